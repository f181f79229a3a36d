"""A long list, read from the copy a page at a time as it scrolls into view."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex

from content.browse import Listing, Located
from ui.wording import Row, Wording

PAGE = 32
USER_ROLE = 0x100  # Qt.ItemDataRole.UserRole; who names `Qt` waits until all its enumerations are made
Index = QModelIndex | QPersistentModelIndex


def nearness(offer: Located, wording: Wording) -> float:
    """What sorts offers: metres from the kiosk; those without a known place come last."""
    distance = wording.metres(offer.latitude, offer.longitude)
    return float("inf") if distance is None else distance


class Role(IntEnum):
    """What a row of the list has for QML."""

    ENTRY = USER_ROLE + 1


class Rows(QAbstractListModel):
    """Rows of a list by their record keys; words are made only for rows that are seen."""

    def __init__(self, read: Callable[[Sequence[int], str], list[Listing]]) -> None:
        super().__init__()
        self._read = read
        self._wording: Wording | None = None
        self._keys: list[int] = []
        self._seen: dict[int, Row] = {}

    def replace(self, keys: list[int], wording: Wording) -> None:
        """Show these records, in this order."""
        self.beginResetModel()
        self._keys, self._wording, self._seen = keys, wording, {}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Role.ENTRY) -> Row | None:
        """The row as a map."""
        if role != Role.ENTRY or not 0 <= index.row() < len(self._keys):
            return None
        if self._keys[index.row()] not in self._seen:
            self._see(index.row() // PAGE * PAGE)
        return self._seen.get(self._keys[index.row()])

    def roleNames(self) -> dict[int, QByteArray]:
        """One role: `entry`."""
        return {Role.ENTRY: QByteArray(b"entry")}

    def _see(self, first: int) -> None:
        if self._wording is None:
            return
        keys = self._keys[first:first + PAGE]
        listings = self._read(keys, self._wording.words.language)
        self._seen.update(dict.fromkeys(keys, self._wording.gone()))
        self._seen.update({listing.key: self._wording.row(listing) for listing in listings})
