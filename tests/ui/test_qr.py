"""QR codes: dot for dot what the address makes, also after its way through QML."""

import pytest
import segno
from PySide6.QtCore import QByteArray, QObject, QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from pytestqt.qtbot import QtBot

from ui.qr import QUIET_ZONE, QrCodes

ADDRESSES = ["https://www.luebeck.de", "https://a.example/ä%20b?c=d%26e&f=%C3%A4#g+h", "mailto:a@b.example",
             "geo:53.87130,10.68840", "https://a.example/пошук?q=допомога", "https://a.example/100%"]
WIDE = QSize()


class Asked(QrCodes):
    """The provider, and the pictures QML was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[QImage] = []

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803
        self.given.append(super().requestImage(id, size, requestedSize))
        return self.given[-1]


def dots(image: QImage) -> list[list[int]]:
    return [[int(image.pixelColor(x, y).value() == 0) for x in range(image.width())] for y in range(image.height())]


def expected(address: str) -> list[list[int]]:
    code = segno.make(address, error="m", micro=False)
    return [list(row) for row in code.matrix_iter(border=QUIET_ZONE)]


def encoded(address: str) -> str:
    return bytes(QByteArray(address.encode()).toPercentEncoding().data()).decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_is_that_of_the_address(address: str) -> None:
    assert dots(QrCodes().requestImage(encoded(address), WIDE, WIDE)) == expected(address)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_address_survives_its_way_through_qml(address: str, qtbot: QtBot) -> None:
    codes, engine = Asked(), QQmlEngine()
    engine.addImageProvider("qr", codes)
    component = QQmlComponent(engine)
    component.setData(b'import QtQuick\nImage { property string url; source: "image://qr/" + encodeURIComponent(url) }',
                      QUrl("file:///Code.qml"))
    image = component.createWithInitialProperties({"url": address})
    assert isinstance(image, QObject), component.errorString()
    qtbot.waitUntil(lambda: bool(codes.given))
    assert dots(codes.given[-1]) == expected(address)


def test_an_address_too_long_gives_an_empty_picture() -> None:
    image = QrCodes().requestImage("https://a.example/" + "a" * 5000, WIDE, WIDE)
    assert (image.isNull(), dots(image)) == (False, [[0]])


@pytest.mark.parametrize("odd", ["%", "%ZZ", "%FF%FE", "", "\0", "💶"])
def test_no_address_is_too_odd(odd: str) -> None:
    assert not QrCodes().requestImage(odd, WIDE, WIDE).isNull()


def test_the_longest_address_is_readable() -> None:
    address = "https://a.example/" + "a" * 2300
    assert dots(QrCodes().requestImage(encoded(address), WIDE, WIDE)) == expected(address)
