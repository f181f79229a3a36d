"""Integreat CMS (API v3), the help pages, places and events of many German cities.

What the server answers, surprises included, was measured on integreat-cms 2026.7.1. Nothing in an entry is stable over
edits but its `path`, and the numbers of places, events and series.
"""

from sync.sources.integreat.source import Integreat

__all__ = ["Integreat"]
