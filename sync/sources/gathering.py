"""What a source gathers while it reads: the records it keeps, and those it cannot keep, each with its reason."""

from collections.abc import Mapping
from typing import Any

from content import wire
from content.record import Record
from sync.source import Pull, Rejection

TWICE = "the id occurs twice; the first is kept"


class Gathering:
    """Records of one pull."""

    def __init__(self) -> None:
        self._records: dict[str, tuple[Record, bytes]] = {}
        self._rejected: list[Rejection] = []

    def keep(self, key: str, raw: Mapping[str, Any]) -> None:
        """Keep a record in the wire form, or reject it with the name of the field that is wrong."""
        try:
            record, body = wire.made(raw)
        except wire.InvalidRecord as error:
            self.reject(key, str(error))
            return
        if record.id in self._records:
            self.reject(key, TWICE)
        else:
            self._records[record.id] = (record, body)

    def reject(self, key: str, reason: str) -> None:
        """Note a record that cannot be kept."""
        self._rejected.append(Rejection(key, reason))

    def pull(self) -> Pull:
        """All of it as a complete snapshot."""
        return Pull(list(self._records.values()), self._rejected, len(self._records) + len(self._rejected))
