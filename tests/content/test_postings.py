"""The index of words: what a text says goes in whole, and comes out whole."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.folding import forms, tokens
from content.postings import Edit, entries_of, unpack
from content.store import Store
from content.tally import IndexedText
from tests.content.found import Finding, guide, offer


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    return Store(tmp_path / "empty.db")


def text(record: int, title: str, body: str = "", language: str = "de", headings: str = "") -> IndexedText:
    return IndexedText(record, language, title, headings, body)


def enter(store: Store, texts: Iterable[IndexedText]) -> None:
    edit = Edit()
    for one in texts:
        edit.add(one)
    edit.write(store.db)


def leave(store: Store, texts: Iterable[IndexedText]) -> None:
    edit = Edit()
    for one in texts:
        edit.remove(one)
    edit.write(store.db)


def listed(store: Store, word: str, language: str = "de") -> tuple[dict[int, int], dict[int, int]]:
    """Weights by record: with the word in the title, and in the body only."""
    found = store.db.execute("SELECT key FROM word WHERE word = ? AND language = ?", (word, language))
    (_, *lists), = entries_of(store.db, [row[0] for row in found])
    titles, bodies = (dict(zip(*unpack(entries), strict=True)) for entries in lists)
    return titles, bodies


def everything(store: Store) -> list[tuple[object, ...]]:
    """The index without the numbers of its words, and each list in order."""
    words = store.db.execute("SELECT key, language, word, stem, shown, texts, titles FROM word").fetchall()
    lists = {key: [sorted(zip(*unpack(entries), strict=True)) for entries in both]
             for key, *both in entries_of(store.db, [key for key, *_ in words])}
    return [*sorted((*word, *lists[key]) for key, *word in words),
            *store.db.execute("SELECT * FROM vocabulary ORDER BY language")]


def test_a_word_is_listed_by_title_or_by_body(empty: Store) -> None:
    enter(empty, [text(1, "Wohngeld", "Wohngeld im Amt"), text(2, "Amt", "Wohngeld")])
    titles, bodies = listed(empty, "wohngeld")
    assert (list(titles), list(bodies)) == ([1], [2])


def test_titles_weigh_more_than_headings_and_these_more_than_text(empty: Store) -> None:
    long = "Wohngeld" + " und" * 300
    enter(empty, [text(1, "Wohngeld"), text(2, "A", long, headings="Wohngeld"), text(3, "B", long),
                            text(4, "C", "Wohngeld " * 1000)])
    titles, bodies = listed(empty, "wohngeld")
    assert titles[1] > bodies[4] > bodies[2] > bodies[3]


def test_a_word_of_a_short_text_weighs_more_than_of_a_long_one(empty: Store) -> None:
    enter(empty, [text(1, "A", "Wohngeld heute"), text(2, "B", "Wohngeld " + "heute " * 500)])
    _, bodies = listed(empty, "wohngeld")
    assert bodies[1] > bodies[2]


def test_languages_do_not_mix(empty: Store) -> None:
    enter(empty, [text(1, "Gift", language="de"), text(1, "Gift", language="en")])
    assert empty.db.execute("SELECT language, texts FROM word ORDER BY language").fetchall() == [("de", 1), ("en", 1)]


def test_a_word_is_shown_as_a_text_writes_it_inside_a_sentence(empty: Store) -> None:
    enter(empty, [text(1, "BÜRGERGELD", "Das Bürgergeld. Finden Sie. Sie finden es hier.")])
    shown = dict(empty.db.execute("SELECT word, shown FROM word").fetchall())
    assert (shown["burgergeld"], shown["finden"]) == ("Bürgergeld", "finden")


@pytest.mark.parametrize("piece", ["(Wohngeld)", "„Wohngeld“", "Wohngeld,", "Wohngeld/Miete", "Wohngeld–Miete",
                                   "«Wohngeld»…", "Wohn\u00adgeld", "Wohn·geld"])
def test_punctuation_hides_no_word(empty: Store, piece: str) -> None:
    enter(empty, [text(1, "A", f"Das {piece} kommt")])
    assert list(listed(empty, "wohngeld")[1]) == [1]


_PIECES = st.lists(st.sampled_from(["Beratung", "beratung,", "(Beratung)", "E-Mail", "e-mail:", "Mo–Fr",
                                    "Wohngeld/Miete", "–", "…", "mail", "24", "“Café”"]), max_size=40).map(" ".join)


@given(title=_PIECES, headings=_PIECES, body=_PIECES)
def test_pieces_of_text_count_as_the_words_they_stand_for(title: str, headings: str, body: str) -> None:
    def one_by_one(words: str) -> str:
        return " ".join(form for token in tokens(words, "en") for _, form in forms(token, "en"))

    def without_writing(store: Store) -> list[tuple[object, ...]]:
        return [(*row[:3], *row[4:]) for row in everything(store)]

    whole, apart = Store.in_memory(), Store.in_memory()
    enter(whole, [text(1, title, body, "en", headings)])
    enter(apart, [text(1, one_by_one(title), one_by_one(body), "en", one_by_one(headings))])
    assert without_writing(whole) == without_writing(apart)


def test_adding_at_once_or_one_by_one_is_the_same(tmp_path: Path, empty: Store) -> None:
    other = Store(tmp_path / "other.db")
    texts = [text(number, f"Haus {number}", f"Beratung für alle {'und ' * number}") for number in range(1, 20)]
    enter(empty, texts)
    for one in texts:
        enter(other, [one])
    assert everything(empty) == everything(other)


def test_texts_come_and_go_one_by_one_over_many_parts_of_the_lists(tmp_path: Path, empty: Store) -> None:
    other = Store(tmp_path / "other.db")
    texts = [text(number, f"Haus {number % 7}", f"Beratung {number}") for number in range(1, 50_000, 911)]
    stay = texts[::3]
    enter(empty, texts)
    for one in texts:
        if one not in stay:
            leave(empty, [one])
    enter(other, stay)
    assert everything(empty) == everything(other)


def test_what_is_removed_leaves_no_trace(finding: Finding) -> None:
    stays = [offer("a", {"de": "Nähcafé | Stoffe", "en": "Sewing"}), guide("b", "Stoffe")]
    finding.having(*stays)
    before = everything(finding.store)
    finding.having(*stays, offer("c", {"de": "Stoffladen | Stoffe", "tr": "Kumaş", "en": "Sewing fabric"}))
    assert everything(finding.store) != before
    finding.having(*stays)
    assert everything(finding.store) == before


def test_a_changed_text_replaces_its_words(finding: Finding) -> None:
    finding.having(offer("a", "Nähcafé"), offer("b", "Stoffe"))
    finding.having(offer("a", "Kochkurs"), offer("b", "Stoffe"))
    words = {row[0] for row in finding.store.db.execute("SELECT word FROM word")}
    assert words == {"kochkurs", "stoffe"}
    assert finding.keys("Kochkurs") == ["a"]


def test_a_change_writes_only_the_lists_that_become_others(empty: Store) -> None:
    old, new = text(1, "Haus", "Beratung heute"), text(1, "Haus", "Beratung morgen")
    enter(empty, [old])
    empty.db.execute("CREATE TEMP TABLE written (place INTEGER)")
    empty.db.execute("CREATE TEMP TRIGGER writing AFTER INSERT ON posting"
                     " BEGIN INSERT INTO written VALUES (new.place); END")
    edit = Edit()
    edit.remove(old)
    edit.add(new)
    edit.write(empty.db)
    assert empty.db.execute("SELECT count(*) FROM written").fetchone() == (1,)
    assert empty.db.execute("SELECT word FROM word ORDER BY word").fetchall() == [("beratung",), ("haus",), ("morgen",)]


def test_names_of_places_and_providers_are_found(finding: Finding) -> None:
    finding.having(offer("a", "Mittagstisch", provider="Vorwerker Diakonie",
                         places=[{"name": "Kaiserhof", "address": "Mönkhofer Weg 60", "district": "St. Jürgen"}],
                         contacts=[{"name": "Empfang"}]))
    assert all(finding.keys(word) == ["a"] for word in ("Diakonie", "Kaiserhof", "Mönkhofer Weg", "Jürgen", "Empfang"))


def test_empty_texts_are_no_trouble(empty: Store) -> None:
    enter(empty, [])
    enter(empty, [text(1, "…", "  ")])
    leave(empty, [])
    leave(empty, [text(1, "…", "  "), text(99, "Nirgends")])
    assert empty.db.execute("SELECT count(*) FROM word").fetchone() == (0,)
