"""Texts to translate are found in the sources, all of them."""

import re
from pathlib import Path

import pytest

from translations.extract import NotLiteral, Text, in_python, in_qml, texts

ROOT = Path(__file__).resolve().parents[2]
COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
ANY_CALL = re.compile(r"\b(?:qsTr|qsTranslate|qsTrId|QT_TR_NOOP|QT_TRANSLATE_NOOP|QT_TRID_NOOP)\s*\(")


def qml(source: str) -> list[Text]:
    return list(in_qml(source, "A.qml"))


def python(source: str) -> list[Text]:
    return list(in_python(source, "a.py"))


def test_a_text_of_qml():
    assert qml('Text { text: qsTr("Open now") }') == [Text("Open now")]


def test_a_text_of_qml_inside_an_expression():
    source = '''text: a.b(/^https?:\\/\\//, "") / 2 + (open ? qsTr("Open") : [qsTr('Closed')][0])'''
    assert qml(source) == [Text("Open"), Text("Closed")]


def test_a_context_keeps_the_same_words_apart():
    assert qml('qsTr("Open", "a shop"); qsTr("Open", "a file")') == [
        Text("Open", context="a shop"), Text("Open", context="a file")]


def test_a_counting_text_of_qml_is_its_own_plural():
    assert qml('qsTr("%n offer(s)", "", view.count(1, [2, 3]))') == [Text("%n offer(s)", "%n offer(s)")]


def test_strings_joined_by_plus_are_one_text():
    assert qml('qsTr("a " +\n "b \\"c\\"")') == [Text('a b "c"')]


def test_a_comment_of_qml_holds_no_text():
    assert qml('// qsTr("no")\n/* qsTr("no") */ text: "qsTr(no)"') == []


@pytest.mark.parametrize("call", ["qsTr(name)", 'qsTr("a" + name)', "qsTr(`a`)", 'qsTr("a", context)', "qsTr()"])
def test_a_text_of_qml_made_at_run_time_is_refused_with_its_place(call):
    with pytest.raises(NotLiteral, match=r"A\.qml:2: "):
        qml("\n" + call)


def test_texts_of_python():
    source = 'words("Closed"); self.words("{n} m", n=words("a" "b")); view.words.plural("one", "{n} many", n)'
    assert set(python(source)) == {Text("Closed"), Text("{n} m"), Text("ab"), Text("one", "{n} many")}


@pytest.mark.parametrize("call", ["words(name)", 'words(f"{name}")', 'words("a" + b)', 'words.plural("a", b, n)'])
def test_a_text_of_python_made_at_run_time_is_refused_with_its_place(call):
    with pytest.raises(NotLiteral, match=r"a\.py:2: "):
        python("\n" + call)


@pytest.mark.parametrize("file", sorted((ROOT / "ui").rglob("*.qml")), ids=lambda file: file.name)
def test_no_call_in_our_qml_is_missed(file):
    source = file.read_text(encoding="utf-8")
    assert len(qml(source)) == len(ANY_CALL.findall(COMMENT.sub("", source)))


def test_all_sources_are_read():
    places = {place.rpartition(".")[2] for found in texts(ROOT).values() for place in found}
    assert places == {"py", "qml"}
