"""The lexicon: large, whole in all languages, open to a city's words, and clear about what is wrong with them."""

from pathlib import Path

import pytest

from content.language import LANGUAGES
from content.lexicon import Lexicon, longest
from content.lexicon.checking import check
from content.lexicon.compiling import compile_into
from content.lexicon.stopwords import stopwords
from content.lexicon.tables import read_table, read_tables, tables
from content.store import Store


def table(folder: Path, *lines: str) -> Path:
    path = folder / "lexicon.tsv"
    path.write_text("\n".join(("concept\tflags\ttopic\tde\ten", *lines)), encoding="utf-8")
    return path


def test_the_programs_own_tables_have_nothing_wrong() -> None:
    assert check() == []


def test_there_are_at_least_1200_concepts_with_words_in_every_language() -> None:
    concepts = read_tables(tables())
    assert len(concepts) >= 1200
    spoken = [language.code for language in LANGUAGES if language.code != "de-simple"]
    assert not [concept.name for concept in concepts if not all(concept.terms[code] for code in spoken)]


@pytest.mark.parametrize(("line", "problem"), [
    ("a\t\t\tWort\t", "lexicon.tsv: a: no words in en"),
    ("a\t\tmoon\tWort\tword", "lexicon.tsv: a: topic 'moon' is no topic"),
    ("a\tdanger:moon\t\tWort\tword", "lexicon.tsv: a: danger 'moon' is no topic"),
    ("a\t\t\tWort | Wort\tword", "lexicon.tsv: a: de: 'Wort' is there 2 times"),
    ("a\t\t\tU\u0308bung\tword", "lexicon.tsv: a: de: 'U\u0308bung' is not composed (Unicode NFC)"),
    ("\t\t\tWort\tword", "lexicon.tsv:2: no name of a concept"),
    ("a\t\t\t\t", "lexicon.tsv:2: a: no words"),
])
def test_what_is_wrong_is_said_with_file_and_concept(tmp_path: Path, line: str, problem: str) -> None:
    assert check([table(tmp_path, line)]) == [problem]


def test_a_concept_that_is_there_twice_is_said(tmp_path: Path) -> None:
    assert check([table(tmp_path, "a\t\t\tWort\tword", "a\t\t\tTat\tdeed")]) == ["a: there 2 times"]


def test_a_file_that_is_no_table_is_said_and_harms_nothing(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "lexicon.tsv"
    path.write_text("Liebe Grüße\n", encoding="utf-8")
    problems = [entry for entry in read_table(path) if isinstance(entry, str)]
    assert problems == ["lexicon.tsv:1: the first line must name columns of concept, flags, topic, de, de-simple, en, "
                        "tr, ar, fa, uk, ru, pl, ro"]
    compile_into(store.db, path)
    assert Lexicon(store.db).meanings(["zahnarzt"], "de")


def test_abbreviations_have_no_other_forms(tmp_path: Path, store: Store) -> None:
    compile_into(store.db, table(tmp_path, "a\t\t\tAIDS\tAIDS", "b\t\t\tHilfsmittel\taids"))
    concepts = {key: name for name, key in store.db.execute("SELECT name, key FROM concept WHERE name IN ('a', 'b')")}

    def said(word: str) -> set[str]:
        return {concepts[meaning.concept] for meaning in Lexicon(store.db).meanings([word], "en")
                if meaning.concept in concepts}

    assert said("aids") == {"a", "b"}
    assert said("aid") == {"b"}


def test_meanings_may_overlap_and_none_lies_in_a_longer_one(tmp_path: Path, store: Store) -> None:
    compile_into(store.db, table(
        tmp_path, "long\t\t\tgroße rote\tbig red", "other\t\t\trote Tür\tred door", "part\t\t\trot\tred"))
    names = dict(store.db.execute("SELECT key, name FROM concept"))
    found = longest(Lexicon(store.db).meanings(["big", "red", "door"], "en"))
    assert [(meaning.start, meaning.end, names[meaning.concept]) for meaning in found] == [
        (0, 2, "long"), (1, 3, "other")]


def test_a_citys_table_adds_words_to_a_known_concept_and_new_concepts(tmp_path: Path, store: Store) -> None:
    compile_into(store.db, table(tmp_path, "dentist\t\t\tZahnklempner\ttooth plumber", "kogge\t\tculture\tKogge\tcog"))
    lexicon = Lexicon(store.db)
    known, = {meaning.concept for meaning in lexicon.meanings(["zahnklempner"], "de")}
    assert known in {meaning.concept for meaning in lexicon.meanings(["zahnarzt"], "de")}
    assert [meaning.topic for meaning in lexicon.meanings(["kogge"], "de")] == ["culture"]


def test_nothing_is_compiled_again_until_a_table_changes(tmp_path: Path, store: Store) -> None:
    path = table(tmp_path, "kogge\t\t\tKogge\tcog")
    compile_into(store.db, path)
    before = store.db.total_changes
    compile_into(store.db, path)
    assert store.db.total_changes == before
    table(tmp_path, "kogge\t\t\tKogge | Hansekogge\tcog")
    compile_into(store.db, path)
    assert Lexicon(store.db).meanings(["hansekogge"], "de")


def test_words_of_several_are_known_together_before_they_are_known_alone(store: Store) -> None:
    lexicon = Lexicon(store.db)
    found = {(meaning.start, meaning.end) for meaning in lexicon.meanings(["sozial", "psychiatrisch", "dienst"], "de")}
    assert all(end - start >= 1 for start, end in found)
    spans = {(meaning.start, meaning.end) for meaning in lexicon.meanings(["hausliche", "gewalt"], "de")}
    assert (0, 2) in spans


def test_a_phrase_is_not_said_by_what_stop_words_leave_of_it(store: Store) -> None:
    dangers = [meaning.danger for meaning in Lexicon(store.db).meanings(["leben"], "de")]
    assert "crisis" not in dangers


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_every_language_has_stop_words(language: str) -> None:
    assert len(stopwords(language).stop) > 80
    assert len(stopwords(language).weak) > 15
