"""Qt asks the catalogue: plurals, contexts, languages changed while a window stands."""

from collections.abc import Callable, Iterator
from pathlib import Path

import polib
import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from content.language import language
from translations.catalogue import compile_file
from ui.catalogue import Catalogue, translators

SOURCE = b"""
import QtQml
QtObject {
    property int n: 1
    property string counted: qsTr("%n offer(s)", "", n)
    property string shop: qsTr("Open", "a shop")
    property string plain: qsTr("Open")
    property string untranslated: qsTr("Back")
}
"""
WHERE = [("ui/qml/Words.qml", "")]
PLURALS = {
    "de": "nplurals=2; plural=(n != 1);",
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}
OFFERS = {"de": ["%n Angebot", "%n Angebote"], "uk": ["%n пропозиція", "%n пропозиції", "%n пропозицій"]}
WORDS = {
    "de": {("Open", None): "Auf", ("Open", "a shop"): "Geöffnet", ("Back", None): "Zurück",
           ("{n} m away", None): "{n} m entfernt"},
    "uk": {("Open", None): "Відкрити", ("Open", "a shop"): "Відчинено"},
}


def write(folder: Path, code: str) -> None:
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=utf-8", "Plural-Forms": PLURALS[code]}
    file.append(polib.POEntry(msgid="%n offer(s)", msgid_plural="%n offer(s)", occurrences=WHERE,
                              msgstr_plural=dict(enumerate(OFFERS[code]))))
    texts = {text: WORDS[code].get(text, "") for text in WORDS["de"]}
    file.extend(polib.POEntry(msgid=one, msgctxt=context, msgstr=said, occurrences=WHERE)
                for (one, context), said in texts.items())
    target = folder / code / "LC_MESSAGES" / "kiosk.po"
    target.parent.mkdir(parents=True)
    file.save(str(target))
    spoken = language(code)
    assert spoken is not None
    compile_file(target, spoken)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for code in PLURALS:
        write(tmp_path, code)
    return tmp_path


@pytest.fixture
def speak(folder, qapp) -> Iterator[Callable[[str], None]]:
    """Let Qt speak a language."""
    installed: list[QTranslator] = []

    def choose(code: str) -> None:
        while installed:
            QCoreApplication.removeTranslator(installed.pop())
        installed.extend(translators(code, folder))
        for translator in installed:
            QCoreApplication.installTranslator(translator)
    choose("uk")
    yield choose
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture
def engine(speak) -> QQmlEngine:
    return QQmlEngine()


@pytest.fixture
def shown(engine) -> QObject:
    component = QQmlComponent(engine, parent=engine)
    component.setData(SOURCE, QUrl("file:///Words.qml"))
    made = component.create()
    assert made is not None, component.errorString()
    return made


@pytest.mark.parametrize(("n", "text"), [(0, "0 пропозицій"), (1, "1 пропозиція"), (3, "3 пропозиції"),
                                         (7, "7 пропозицій"), (21, "21 пропозиція"), (112, "112 пропозицій")])
def test_qml_counts_as_the_language_does(shown, n, text):
    shown.setProperty("n", n)
    assert shown.property("counted") == text


def test_a_context_tells_the_same_words_apart(shown):
    assert (shown.property("plain"), shown.property("shop")) == ("Відкрити", "Відчинено")


def test_a_missing_text_is_german(shown):
    assert shown.property("untranslated") == "Zurück"


def test_the_language_changes_while_the_window_stands(shown, engine, speak):
    speak("de")
    engine.retranslate()
    assert (shown.property("counted"), shown.property("shop")) == ("1 Angebot", "Geöffnet")


def test_python_takes_the_same_words_with_its_values(folder):
    assert Catalogue("uk", folder)("{n} m away", n=50) == "50 m entfernt"


def test_a_catalogue_says_whether_it_is_complete(folder):
    assert Catalogue("de", folder).complete
    assert not Catalogue("uk", folder).complete
    assert not Catalogue("tr", folder).complete
