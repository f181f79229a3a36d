"""The audit finds a planted fault of each kind, and nothing in the same scene without it."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.audit.camera import parts, settle
from kiosk.audit.contrast import ratio
from kiosk.audit.inspection import examined
from kiosk.audit.report import Problem

Show = Callable[[str], QQuickWindow]
SCENE = "import QtQuick\nimport QtQuick.Templates as T\nWindow {{ width: 400; height: 300; visible: true\n{} }}"
DOTS = 5.0  # per millimetre: 12 mm are 60 px
BUTTON = 'T.AbstractButton {{ width: {}; height: {}; text: "Go"; Accessible.role: Accessible.Button; {} }}'


@pytest.fixture
def show(qapp: QGuiApplication) -> Iterator[Show]:
    """Puts items into a window."""
    engines: list[QQmlApplicationEngine] = []

    def load(items: str) -> QQuickWindow:
        engine = QQmlApplicationEngine()
        engine.loadData(SCENE.format(items).encode())
        engines.append(engine)
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        return window

    QAccessible.setActive(True)
    yield load
    for engine in engines:
        shiboken6.delete(engine)


def found(window: QQuickWindow) -> list[Problem]:
    return examined(window, DOTS, patience=300)[1]


def kinds(window: QQuickWindow) -> set[str]:
    return {problem.kind for problem in found(window)}


LONG = "A long sentence about help near you"
FAULTS = {
    "elided": ("clipped", f'Text {{ width: 60; elide: Text.ElideRight; text: "{LONG}" }}'),
    "more lines than allowed": (
        "clipped", f'Text {{ width: 90; wrapMode: Text.Wrap; maximumLineCount: 1; text: "{LONG}" }}'),
    "wider than its item": ("clipped", f'Text {{ width: 60; text: "{LONG}" }}'),
    "higher than its item": ("clipped", f'Text {{ width: 60; height: 20; wrapMode: Text.Wrap; text: "{LONG}" }}'),
    "sticking out of its frame": (
        "clipped", f'Rectangle {{ width: 60; height: 60; color: "white"; Text {{ text: "{LONG}" }} }}'),
    "sticking out of its button": (
        "clipped", BUTTON.format(80, 80, f'contentItem: Item {{ Text {{ text: "{LONG}" }} }}')),
    "cut off by an item that clips": (
        "clipped", f'Item {{ width: 60; height: 60; clip: true; Text {{ text: "{LONG}" }} }}'),
    "beyond the window": ("clipped", f'Text {{ x: 380; text: "{LONG}" }}'),
    "right-aligned out of the window": (
        "clipped", f'Text {{ x: -100; width: 200; horizontalAlignment: Text.AlignRight; text: "{LONG}" }}'),
    "beyond the end of the page": (
        "clipped", f'Flickable {{ anchors.fill: parent; contentHeight: 500; Text {{ y: 490; text: "{LONG}" }} }}'),
    "button beyond the window": ("clipped", BUTTON.format(80, 80, "x: 350")),
    "a word wider than its line": (
        "broken", 'Text { width: 90; wrapMode: Text.Wrap; text: "An Lebensmittelunverträglichkeit denken" }'),
    "two texts": ("overlap", 'Text { text: "Monday to Friday" } Text { x: 10; y: 5; text: "09:00 to 12:00" }'),
    "two texts out of sight": (
        "overlap", 'Flickable { anchors.fill: parent; contentHeight: 900\n'
                   'Text { y: 800; text: "Monday" } Text { y: 805; text: "09:00" } }'),
    "two buttons": ("overlap", BUTTON.format(80, 80, "") + BUTTON.format(80, 80, "x: 40")),
    "narrow button": ("target", BUTTON.format(59, 80, "")),
    "low button": ("target", BUTTON.format(80, 59, "")),
    "low field": ("target", 'T.TextField { width: 200; height: 40; Accessible.name: "Search" }'),
    "small touch area": (
        "target", 'MouseArea { width: 20; height: 20; Accessible.role: Accessible.Button; Accessible.name: "Go" }'),
    "tap handler on a small thing": (
        "target", 'Item { width: 20; height: 20; TapHandler {} Accessible.role: Accessible.Button; '
                  'Accessible.name: "Go" }'),
    "grey on white": ("contrast", 'Text { text: "Open"; color: "#777777" }'),
    "white on white": ("contrast", 'Text { text: "Open"; color: "white" }'),
    "dark on a dark card": (
        "contrast", 'Rectangle { width: 200; height: 80; color: "#333333"; Text { text: "Open"; color: "#000000" } }'),
    "half see-through": ("contrast", 'Text { text: "Open now until six"; color: "black"; opacity: 0.5 }'),
    "over two grounds": (
        "contrast", 'Rectangle { width: 60; height: 60; color: "#333333" }\n'
                    'Text { font.pixelSize: 30; text: "Open until six"; color: "black" }'),
    "faint typed text": (
        "contrast",
        'T.TextField { width: 200; height: 60; text: "doctor"; color: "#999999"; Accessible.name: "Search" }'),
    "button without a name": (
        "name", 'T.AbstractButton { width: 80; height: 80; contentItem: Text { text: "x" } }'),
    "touch area without a name": ("name", "MouseArea { width: 80; height: 80 }"),
    "focus without a name": ("name", "Item { width: 80; height: 80; activeFocusOnTab: true }"),
    "button hidden from the tree": ("name", BUTTON.format(80, 80, "Accessible.ignored: true")),
    "never at rest": (
        "motion", 'Rectangle { width: 40; height: 40; color: "red"; '
                  "NumberAnimation on x { to: 300; duration: 300; loops: Animation.Infinite } }"),
    "letter of no font": ("glyph", 'Text { text: "x\\u0378" }'),
    "a number turned around": ("order", 'Text { text: "رقم 116 117" }'),
}
SOUND = {
    "a number in one piece": 'Text { text: "رقم 116\\u00a0117" }',
    "a number of its own direction": 'Text { text: "رقم \\u2066116 117\\u2069" }',
    "two numbers from left to right": 'Text { text: "Ruf 116 117" }',
    "text that fits": 'Text { text: "Open" }',
    "an excerpt": f'Text {{ property bool excerpt: true; width: 60; elide: Text.ElideRight; text: "{LONG}" }}',
    "wrapped text": f'Text {{ width: 90; wrapMode: Text.Wrap; text: "{LONG}" }}',
    "a long word with hyphens": (
        'Text { width: 90; wrapMode: Text.Wrap; text: "Die Sozial-Beratungs-Stelle im Haus" }'),
    "an address": 'Text { width: 90; wrapMode: Text.Wrap; text: "beratungsstelle@stadtbibliothek.example" }',
    "text scrolled out of sight": (
        f'Flickable {{ anchors.fill: parent; contentHeight: 900; clip: true; Text {{ y: 850; text: "{LONG}" }} }}'),
    "text scrolled below another": (
        'Item { width: 400; height: 100; Flickable { anchors.fill: parent; contentHeight: 900; clip: true\n'
        'Text { y: 205; text: "Below" } } } Text { y: 200; text: "Fixed" }'),
    "texts side by side": 'Row { spacing: 4; Text { text: "Monday" } Text { text: "09:00" } }',
    "lines one below the other": 'Column { Text { text: "Monday" } Text { text: "09:00" } }',
    "text below an opaque cover": (
        'Text { text: "Below"; color: "#eeeeee" } MouseArea { width: 9; height: 9 }\n'
        'Rectangle { anchors.fill: parent; color: "white"; Text { text: "Above" } }'),
    "a button of 12 mm": BUTTON.format(60, 60, ""),
    "a field with a button in it": (
        'T.TextField { width: 200; height: 60; Accessible.name: "Search"\n' + BUTTON.format(60, 60, "") + "}"),
    "a field with more than it can show": (
        'T.TextField { width: 200; height: 60; leftPadding: 40; rightPadding: 40; Accessible.name: "Search"\n'
        f'text: "{LONG}"; Text {{ x: 5; y: 20; text: "?" }} Text {{ x: 175; y: 20; text: "X" }} }}'),
    "a small button that is disabled": BUTTON.format(20, 20, "enabled: false"),
    "a bare touch area": "MouseArea { width: 9; height: 9; Accessible.ignored: true }",
    "faint text that is disabled": 'Item { enabled: false; Text { text: "Back"; color: "#dddddd" } }',
    "invisible text": 'Text { visible: false; text: "Open"; color: "white"; width: 1 }',
    "a heavy icon": 'Text { font.family: "Noto Sans"; font.pixelSize: 40; text: "\\u25A0"; color: "#0B4654" }',
    "text in ten scripts": 'Column { Text { text: "العربية فارسی" } Text { text: "Українська Türkçe Română" } }',
    "marks of direction": 'Text { text: "\\u2066+49 451 122\\u2069" }',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_finds_the_planted_fault_and_no_other(fault: str, show: Show) -> None:
    kind, items = FAULTS[fault]
    assert kinds(show(items)) == {kind}


@pytest.mark.parametrize("scene", SOUND)
def test_finds_nothing_in_a_sound_scene(scene: str, show: Show) -> None:
    assert found(show(SOUND[scene])) == []


LIST = """ListView {{ anchors.fill: parent; clip: true; reuseItems: true; model: 40
delegate: T.AbstractButton {{ required property int index; width: 200; height: {}; text: "Row " + index
Accessible.role: Accessible.Button; contentItem: Text {{ text: parent.text }} }} }}"""


def test_rows_a_list_has_put_aside_are_not_there(show: Show) -> None:
    window = show(LIST.format("70 + index % 3 * 30"))
    assert [problem for _ in parts(window, 9) for problem in found(window)] == []


def test_rows_of_a_list_are_checked_as_they_come_into_sight(show: Show) -> None:
    window = show(LIST.format("index == 20 ? 40 : 70"))
    assert [problem.words for _ in parts(window, 9) for problem in found(window)] == ["Row 20"]


def test_says_where_the_fault_is(show: Show) -> None:
    problem, = found(show('Rectangle { x: 10; y: 20; width: 200; height: 80; color: "white"\n'
                          + BUTTON.format(40, 62, "x: 5") + "}"))
    assert problem.item.endswith("AbstractButton")
    assert (problem.words, problem.area) == ("Go", (15, 20, 40, 62))
    assert problem.message == "8.0 × 12.4 mm, at least 12 × 12 wanted"


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#777777", 4.48),
    ("#0b4654", "#0b4654", 1)])
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert ratio(QColor(one), QColor(other)) == pytest.approx(expected, abs=0.01)


def test_scrolls_through_a_page_to_its_end(show: Show) -> None:
    window = show('Flickable { anchors.fill: parent; contentHeight: 700; Rectangle { y: 690; width: 400; height: 10; '
                  'color: "red" } }')
    ends = [examined(window, DOTS)[0].pixelColor(200, 299).name() for _ in parts(window, 9)]
    assert ends == ["#ffffff", "#ffffff", "#ff0000"]


def test_stops_at_the_most_parts_wanted(show: Show) -> None:
    window = show("Flickable { anchors.fill: parent; contentHeight: 9000 }")
    assert len(list(parts(window, 2))) == 2


def test_a_page_that_does_not_scroll_has_one_part(show: Show) -> None:
    assert len(list(parts(show('Text { text: "Open" }'), 9))) == 1


def test_waits_until_nothing_moves(show: Show) -> None:
    window = show('Rectangle { width: 40; height: 40; color: "red"; NumberAnimation on x { to: 300; duration: 200 } }')
    settle(window)
    assert window.grabWindow().pixelColor(320, 20).name() == "#ff0000"
