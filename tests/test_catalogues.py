"""The catalogues as they are: up to the sources, whole, and safe to show."""

import re
import unicodedata
from collections import Counter
from gettext import c2py
from pathlib import Path
from string import Formatter

import polib
import pytest

from content.language import GERMAN, LANGUAGES
from translations.catalogue import TEMPLATE, file_of, template
from translations.extract import texts
from ui.catalogue import Catalogue, translators

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDER = re.compile(r"%L?(?:n|\d)")
FIELD = re.compile(r"\{\w+\}")
NUMBERS = range(200)

each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)


def catalogue(language) -> polib.POFile:
    return polib.pofile(str(file_of(language)), check_for_duplicates=True)


def keys(entries) -> set[tuple[str, str, str | None]]:
    return {(entry.msgid, entry.msgid_plural, entry.msgctxt) for entry in entries}


def name(entry: polib.POEntry) -> str:
    return f"{entry.msgctxt}: {entry.msgid}" if entry.msgctxt else entry.msgid


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def fields(text: str) -> Counter[str]:
    named = Counter(f"{{{field}}}" for _, field, _, _ in Formatter().parse(text) if field is not None)
    return named + Counter(PLACEHOLDER.findall(text))


def spoken(entry: polib.POEntry, words: Catalogue) -> list[tuple[int, str]]:
    """What Python says for an entry: for every number where it counts, else once."""
    if entry.msgid_plural:
        return [(n, words.plural(entry.msgid, entry.msgid_plural, n)) for n in NUMBERS]
    return [(-1, words(entry.msgid))] if not entry.msgctxt else [(-1, entry.msgstr)]


def plural_of(file: polib.POFile):
    """How many forms the language has, and the function from a number to its form."""
    found = re.fullmatch(r"nplurals=(\d+); plural=(.+);", file.metadata["Plural-Forms"])
    assert found
    return int(found[1]), c2py(found[2])


def said_without_number(file: polib.POFile) -> set[int]:
    """Forms that stand for one number alone ("one offer") and need not say it."""
    count, form = plural_of(file)
    return {index for index in range(count) if sum(form(n) == index for n in NUMBERS) == 1}


def test_the_template_has_every_text_of_the_sources_and_no_other():
    wanted = {(*message.id, message.context) if isinstance(message.id, tuple) else (message.id, "", message.context)
              for message in template(texts(ROOT)) if message.id}
    assert keys(polib.pofile(str(TEMPLATE))) == wanted, "run `make catalogues`"


@each_language
def test_a_catalogue_has_every_text_of_the_template_and_no_other(language):
    assert keys(catalogue(language)) == keys(polib.pofile(str(TEMPLATE))), "run `make catalogues`"


@each_language
def test_nothing_is_untranslated_or_guessed(language):
    open_ends = [name(entry) for entry in catalogue(language) if entry.fuzzy or not all(forms(entry))]
    assert not open_ends


@each_language
def test_counting_texts_have_the_forms_of_the_language(language):
    file = catalogue(language)
    count, _ = plural_of(file)
    assert not [name(entry) for entry in file if entry.msgid_plural and len(entry.msgstr_plural) != count]


@each_language
def test_a_translation_has_the_fields_of_its_source(language):
    file = catalogue(language)
    free = said_without_number(file)
    wrong = [(form, name(entry)) for entry in file for index, form in enumerate(forms(entry)) if form
             and fields(form) != (wanted := fields(entry.msgid_plural or entry.msgid))
             and not (entry.msgid_plural and index in free and fields(form) <= wanted)]
    assert not wrong


@each_language
def test_a_translation_begins_and_ends_as_its_source(language):
    def edges(text: str) -> tuple[str, str]:
        return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]
    assert not [form for entry in catalogue(language) for form in forms(entry)
                if form and edges(form) != edges(entry.msgid)]


@each_language
def test_a_catalogue_says_whether_somebody_at_home_in_the_language_read_it(language):
    said = catalogue(language).metadata["X-Reviewed"]
    assert said in {"yes", "no"}
    assert Catalogue(language.code).reviewed == (language.code == GERMAN or said == "yes")


@each_language
def test_qml_reads_the_same_words_as_python(language):
    words = Catalogue(language.code)
    qt = translators(language.code)[-1]
    differing = [name(entry) for entry in catalogue(language) for file, _ in entry.occurrences if file.endswith(".qml")
                 if not all(qt.translate(Path(file).stem, entry.msgid, entry.msgctxt or "", n) == said
                            for n, said in spoken(entry, words))]
    assert not differing


@pytest.mark.parametrize(("text", "found"), [
    ("{n} of {all}", {"{n}": 1, "{all}": 1}), ("%n and %1, %L2", {"%n": 1, "%1": 1, "%L2": 1}), ("100 %", {})])
def test_fields_are_found(text, found):
    assert fields(text) == Counter(found)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one.direction == "rtl"], ids=lambda one: one.code)
def test_what_is_written_from_the_right_does_not_begin_with_latin_letters(language) -> None:
    """Qt lays a text out in the direction of its first letter."""
    for entry in catalogue(language):
        for form in filter(None, forms(entry)):
            directions = map(unicodedata.bidirectional, PLACEHOLDER.sub("", FIELD.sub("", form)))
            assert next((one for one in directions if one in ("L", "R", "AL")), "AL") != "L", name(entry)
