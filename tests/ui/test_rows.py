"""A long list: read a page at a time, only what is seen, in the order it was given."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from content.browse import Listing, Located
from content.library import Library
from tests.ui.copy import KOBERG, fill, offer, wording
from ui.viewmodels.rows import PAGE, Role, Rows, nearness

MANY = 3 * PAGE + 5


class Reader:
    """The copy, and which pages were asked of it."""

    def __init__(self, library: Library) -> None:
        self.pages: list[list[int]] = []
        self._read = library.browse.rows

    def __call__(self, keys: Sequence[int], language: str) -> list[Listing]:
        self.pages.append(list(keys))
        return self._read(keys, language)


@pytest.fixture
def reader(library: Library) -> Reader:
    fill(library.store, *(offer(str(number), {"de": {"title": f"Rat {number}"}, "en": {"title": f"Advice {number}"}})
                          for number in range(1, MANY + 1)))
    return Reader(library)


@pytest.fixture
def rows(reader: Reader) -> Rows:
    made = Rows(reader)
    made.replace(list(range(MANY, 0, -1)), wording())
    return made


def title(rows: Rows, number: int) -> object:
    row = rows.data(rows.index(number, 0))
    return row and row["title"]


def test_is_a_list_as_qt_wants_it(rows: Rows) -> None:
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert isinstance(tester.model(), QAbstractItemModel)
    rows.replace([1, 2], wording())
    assert (rows.rowCount(), rows.rowCount(rows.index(0, 0))) == (2, 0)
    assert {bytes(name.data()) for name in rows.roleNames().values()} == {b"entry"}


def test_only_pages_that_are_seen_are_read_and_each_once(rows: Rows, reader: Reader) -> None:
    assert reader.pages == []
    assert title(rows, 0) == f"Rat {MANY}"
    assert title(rows, PAGE - 1) == f"Rat {MANY - PAGE + 1}"
    assert len(reader.pages) == 1
    assert title(rows, MANY - 1) == "Rat 1"
    assert [len(page) for page in reader.pages] == [PAGE, 5]


def test_the_order_is_the_one_given(rows: Rows) -> None:
    assert [title(rows, number) for number in range(MANY)] == [f"Rat {number}" for number in range(MANY, 0, -1)]


def test_another_language_is_read_anew(rows: Rows) -> None:
    assert title(rows, 0) == f"Rat {MANY}"
    rows.replace([1], wording("en"))
    assert (title(rows, 0), rows.rowCount()) == ("Advice 1", 1)


def test_a_record_that_is_gone_says_so_in_its_row(rows: Rows, library: Library) -> None:
    there = rows.data(rows.index(0, 0))
    fill(library.store, offer("1"))
    gone = rows.data(rows.index(PAGE, 0))
    assert (title(rows, 0), title(rows, PAGE)) == (f"Rat {MANY}", "Dieser Eintrag ist nicht mehr vorhanden.")
    assert there
    assert gone
    assert gone.keys() == there.keys()
    assert title(rows, MANY - 1) == "Rat"


def test_what_is_not_there_is_none(rows: Rows) -> None:
    assert rows.data(QModelIndex()) is None
    assert rows.data(rows.index(MANY, 0)) is None
    assert rows.data(rows.index(0, 0), Role.ENTRY + 1) is None


def test_what_has_no_place_is_farthest() -> None:
    here = Located(1, "", KOBERG.latitude, KOBERG.longitude)
    assert nearness(here, wording()) == 0
    assert nearness(here._replace(latitude=None), wording()) == float("inf")
