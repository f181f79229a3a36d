"""Open Referral's Human Services Data Specification (HSDS): services of 3.x APIs and of tables of 1.x to 3.x."""

from sync.sources.hsds.source import Hsds

__all__ = ["Hsds"]
