"""Where a stretch of a text stands: measured against the ink of the picture, in both directions."""

import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from ui.lines import areas

QML = """
import QtQuick
Window {
    width: 460; height: 400; visible: true; color: "white"
    Text {
        objectName: "text"; x: 20; y: 20; width: 400; height: 300; topPadding: 12
        font.family: "Noto Sans"; font.pixelSize: 30; lineHeight: 1.15; wrapMode: Text.Wrap
        textFormat: Text.PlainText; horizontalAlignment: Text.%s; verticalAlignment: Text.%s
    }
}
"""
GERMAN = "Sie können um 8:30 Uhr kommen.\nRufen Sie bitte vorher 112 an."
ARABIC = "مرحبا بكم في Jobcenter Lübeck اتصلوا على 0451 122 من 8:30 حتى 12"
FAMILY = "👨‍👩‍👧 Familie und Kinder"


@pytest.fixture
def shown(qtbot: QtBot, request: pytest.FixtureRequest):
    QFont.insertSubstitutions("Noto Sans", ["Noto Sans Arabic UI", "Noto Sans Arabic"])
    engine = QQmlApplicationEngine()
    engine.loadData((QML % request.param).encode())
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    with qtbot.waitExposed(window):
        window.show()
    item = window.findChild(QQuickItem, "text")
    assert item

    def show(text: str) -> tuple[QQuickItem, QImage]:
        item.setProperty("text", text)
        qtbot.wait(1)
        return item, window.grabWindow()
    yield show
    window.close()


def ink(image: QImage, area: QRectF) -> int:
    """How many dark points are in the area."""
    rect = area.toAlignedRect() & image.rect()
    return sum(image.pixelColor(x, y).lightness() < 128
               for x in range(rect.left(), rect.right() + 1) for y in range(rect.top(), rect.bottom() + 1))


@pytest.mark.parametrize("shown", [("AlignLeft", "AlignTop"), ("AlignHCenter", "AlignVCenter")], indirect=True)
@pytest.mark.parametrize("text", [GERMAN, ARABIC])
def test_all_ink_lies_in_the_areas_of_the_words(shown, text: str):
    item, image = shown(text)
    whole = ink(image, QRectF(0, 0, image.width(), image.height()))
    found = [item.mapRectToScene(area) for word in re.finditer(r"\S+", text)
             for area in areas(item, word.start(), len(word[0]))]
    assert sum(ink(image, area) for area in found) == pytest.approx(whole, rel=0.03)
    assert all(ink(image, area) > 0 for area in found)


@pytest.mark.parametrize("shown", [("AlignLeft", "AlignTop")], indirect=True)
def test_a_sentence_is_one_area_a_line(shown):
    item, _ = shown(GERMAN)
    found = areas(item, 0, GERMAN.index("\n"))
    assert len({area.top() for area in found}) == len(found) == 2


@pytest.mark.parametrize("shown", [("AlignLeft", "AlignTop")], indirect=True)
def test_places_are_counted_in_characters_as_python_does(shown):
    item, _ = shown(FAMILY)
    word, = areas(item, FAMILY.index("Kinder"), 6)
    end, = areas(item, 0, len(FAMILY))
    assert word.right() == pytest.approx(end.right(), abs=1)


@pytest.mark.parametrize("shown", [("AlignLeft", "AlignTop")], indirect=True)
def test_what_is_cut_off_has_no_area(shown):
    item, _ = shown(GERMAN)
    item.setProperty("maximumLineCount", 1)
    assert areas(item, GERMAN.index("Rufen"), 5) == []
