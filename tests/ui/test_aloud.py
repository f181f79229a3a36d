"""A screen as it is read aloud: which pieces it has, and what a listener's touches do; the reader only notes them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from content.language import LANGUAGES
from kiosk.app import Kiosk
from kiosk.audit.contrast import ratio
from kiosk.settings import Settings, Speech
from ui.pieces import pieces
from ui.sight import kind_of, visible
from ui.viewmodels.aloud import Aloud
from ui.viewmodels.visit import THEMES
from ui.voice import Listener, Part, Phrase, Speed

SCREENS = [("start", ""), ("home", ""), ("topic", "money"), ("results", "topic:money"), ("results", ""),
           ("offer", "helplines:112"), ("guide", "help:papers-to-bring"), ("emergency", ""), ("about", ""),
           ("languages", "")]


class Notes:
    """A reader that only notes what it is asked."""

    listener: Listener | None = None
    private = False

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.parts: list[Part] = []

    def tell(self, *phrases: Phrase) -> None:
        self.asked.append(phrases)

    def hush(self) -> None:
        self.asked.append("hush")
        if self.listener:
            self.listener.ended()

    def read(self, parts: Sequence[Part], first: int = 0) -> None:
        self.parts = list(parts)
        self.asked.append(("read", first))

    def more(self, parts: Sequence[Part]) -> None:
        self.parts += parts

    def pause(self) -> None:
        self.asked.append("pause")

    def resume(self) -> None:
        self.asked.append("resume")

    def step(self, sentences: int) -> None:
        self.asked.append(("step", sentences))

    def set_speed(self, speed: Speed) -> None:
        self.asked.append(speed)

    def set_volume(self, step: int) -> None:
        self.asked.append(step)

    def set_openly(self, openly: bool) -> None:
        self.asked.append(("openly", openly))


@pytest.fixture
def kiosk(tmp_path: Path, qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path, Settings(speech=Speech(volume=2)), QSize(1280, 800))
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()


@pytest.fixture
def notes(kiosk: Kiosk) -> Notes:
    reader = Notes()
    reader.listener = kiosk.aloud
    kiosk.aloud._reader = reader
    return reader


def page(kiosk: Kiosk) -> QQuickItem:
    found = kiosk.window.property("page")
    assert isinstance(found, QQuickItem)
    return found


def read(kiosk: Kiosk, language: str, screen: str, target: str = "") -> Aloud:
    kiosk.visit.begin(language)
    kiosk.visit.open(screen, target)
    kiosk.aloud.read(page(kiosk))
    return kiosk.aloud


def said(notes: Notes) -> list[tuple[str, str]]:
    return [(part.language, part.block.text) for part in notes.parts]


@pytest.mark.parametrize(("screen", "target"), SCREENS)
@pytest.mark.parametrize("language", ["de", "ar"])
def test_every_screen_has_something_to_read(kiosk: Kiosk, language: str, screen: str, target: str) -> None:
    if screen != "start":
        kiosk.visit.begin(language)
        kiosk.visit.open(screen, target)
    assert list(pieces(page(kiosk), language))


def test_a_guide_is_read_from_its_title_to_its_source(kiosk: Kiosk, notes: Notes) -> None:
    read(kiosk, "de", "guide", "help:papers-to-bring")
    kinds = [part.block.kind for part in notes.parts]
    assert said(notes)[0] == ("de", "Welche Papiere Sie mitbringen")
    assert kinds[:3] == ["heading", "paragraph", "heading"]
    assert "item" in kinds
    assert "Quelle" in notes.parts[-1].block.text


def test_the_first_screen_greets_in_every_language(kiosk: Kiosk, notes: Notes) -> None:
    kiosk.aloud.read(page(kiosk))
    assert {language.code for language in LANGUAGES} <= {part.language for part in notes.parts}
    greeting = next(text for language, text in said(notes) if language == "tr")
    assert greeting.startswith("Türkçe. ")


def test_each_text_is_read_in_its_own_language(kiosk: Kiosk, notes: Notes) -> None:
    ids = [row[0] for row in kiosk.library.store.db.execute("SELECT id FROM record WHERE id LIKE 'starter:%'")]
    read(kiosk, "ar", "offer", ids[0])
    languages = {language for language, _ in said(notes)}
    assert languages == {"ar", "de"}


def test_filters_are_not_read(kiosk: Kiosk, notes: Notes) -> None:
    read(kiosk, "de", "results", "topic:money")
    assert kiosk.visit.catalogue("Clear filters") not in [text for _, text in said(notes)]
    assert "Rollstuhlgerecht" not in [text for _, text in said(notes)][:3]


def test_what_a_visitor_typed_is_private(kiosk: Kiosk, notes: Notes) -> None:
    kiosk.visit.begin("de")
    kiosk.visit.open("results")
    kiosk.results.type("qxwvzk")
    card = next(one.item for one in visible(kiosk.window) if kind_of(one.item) == "TellCity")
    card.setProperty("asked", True)
    kiosk.aloud.read(page(kiosk))
    private = [part for part in notes.parts if part.private]
    assert ["qxwvzk" in part.block.text for part in private] == [True]
    assert not any("qxwvzk" in part.block.text for part in notes.parts if not part.private)
    assert kiosk.aloud.property("trouble") == "private"
    assert notes.listener
    assert all("qxwvzk" not in excuse.block.text for excuse in notes.listener.excuse("private"))
    kiosk.aloud.allow()
    assert kiosk.aloud.property("trouble") == ""
    assert ("openly", True) in notes.asked


def test_the_word_being_heard_has_a_place(kiosk: Kiosk, notes: Notes) -> None:
    aloud = read(kiosk, "de", "guide", "help:papers-to-bring")
    aloud.sentence_begins(0, 0, 29)
    assert (len(aloud.property("sentence")), aloud.property("word")) == (1, [])
    aloud.word_begins(0, 0, 6)
    assert 0 < aloud.property("word")[0].width() < aloud.property("sentence")[0].width()
    assert aloud.property("item").property("text") == "Welche Papiere Sie mitbringen"


def test_a_list_goes_on_with_the_rows_that_scroll_into_sight(kiosk: Kiosk, notes: Notes, qtbot: QtBot) -> None:
    counts = kiosk.library.browse.offer_counts()
    aloud = read(kiosk, "de", "results", f"topic:{max(counts, key=counts.__getitem__)}")
    known = len(notes.parts)
    last = known - 1
    aloud.sentence_begins(last, 0, 1)
    view = next(one.item for one in visible(kiosk.window) if one.item.inherits("QQuickListView"))
    qtbot.waitUntil(lambda: view.property("contentY") > 0)

    def goes_on() -> bool:
        aloud.sentence_begins(last, 0, 1)
        return len(notes.parts) > known
    qtbot.waitUntil(goes_on)
    assert len(set(said(notes))) > known * 0.5


def test_another_screen_another_language_and_new_words_end_it(kiosk: Kiosk, notes: Notes) -> None:
    for change in (kiosk.visit.back, lambda: kiosk.visit.speak("tr"), lambda: kiosk.visit.open("emergency"),
                   kiosk.results.toggleFree):
        aloud = read(kiosk, "de", "results", "topic:money")
        assert aloud.property("active")
        change()
        assert not aloud.property("active")
        assert notes.asked[-1] == "hush"
    aloud = read(kiosk, "de", "guide", "help:papers-to-bring")
    kiosk.visit.nextTextScale()
    kiosk.visit.nextTheme()
    assert aloud.property("active")


def test_pause_steps_speed_and_volume(kiosk: Kiosk, notes: Notes) -> None:
    aloud = read(kiosk, "de", "guide", "help:papers-to-bring")
    notes.asked.clear()
    aloud.toggle()
    assert aloud.property("paused")
    aloud.step(-1)
    assert not aloud.property("paused")
    for _ in range(3):
        aloud.nextSpeed()
    for _ in range(5):
        aloud.turn(1)
    assert notes.asked == ["pause", ("step", -1), "fast", "slow", "normal", 3, 4, 5]
    assert aloud.property("volume") == 5


def test_the_end_of_a_visit_leaves_nothing(kiosk: Kiosk, notes: Notes) -> None:
    aloud = read(kiosk, "de", "guide", "help:papers-to-bring")
    aloud.nextSpeed()
    aloud.turn(3)
    aloud.allow()
    kiosk.visit.end()
    assert (aloud.property("speed"), aloud.property("volume"), aloud.property("active")) == ("normal", 2, False)
    assert {2, ("openly", False)} <= set(notes.asked)
    aloud.announce("Sind Sie noch da?")
    assert notes.asked[-1] == "hush"


def test_what_was_only_shown_for_a_picture_ends_as_well(kiosk: Kiosk) -> None:
    kiosk.visit.begin("de")
    kiosk.visit.open("guide", "help:papers-to-bring")
    high = page(kiosk).height()
    kiosk.aloud.show(page(kiosk), 3)
    assert kiosk.aloud.property("word")
    assert page(kiosk).height() < high
    kiosk.visit.end()
    assert not kiosk.aloud.property("active")
    assert page(kiosk).height() == high


def test_who_listens_is_not_thrown_out(kiosk: Kiosk, notes: Notes) -> None:
    aloud = read(kiosk, "de", "guide", "help:papers-to-bring")
    patience = kiosk.idle._patience
    patience.stop()
    patience.start(50_000)
    patience.setInterval(60_000)
    aloud.sentence_begins(1, 0, 1)
    assert patience.remainingTime() > 50_000
    kiosk.idle.warn()
    phrase, = notes.asked[-1]
    assert phrase.text.startswith(kiosk.visit.catalogue("Are you still there?"))
    assert phrase.language == "de"


@pytest.mark.parametrize("theme", THEMES)
def test_letters_stand_out_from_the_highlight(kiosk: Kiosk, theme: str) -> None:
    from PySide6.QtQml import QQmlComponent
    component = QQmlComponent(kiosk.engine)
    component.setData(b"""
import QtQml
import Kiosk.Theme
QtObject {
    readonly property var inks: [Theme.ink, Theme.quiet, Theme.strong, Theme.urgent, Theme.open,
                                 Theme.inkOnStrong, Theme.inkOnUrgent]
    readonly property var behind: inks.map(ink => [Theme.heardWord(ink.hslLightness > 0.5),
                                                   Theme.heardSentence(ink.hslLightness > 0.5)])
}""", "")
    kiosk.visit.paint(theme)
    made = component.create()
    assert made, component.errorString()
    for ink, grounds in zip(made.property("inks").toVariant(), made.property("behind").toVariant(), strict=True):
        for ground in grounds:
            if ground.alpha() == 255:  # a veil only makes the ground of light letters darker, of dark ones lighter
                assert ratio(ink, ground) >= 7, (ink.name(), ground.name())
    made.deleteLater()
