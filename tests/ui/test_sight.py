"""What is seen of a window leaves nothing behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMetaObject, QSize
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.audit.targets import controls
from kiosk.settings import Settings
from ui.pieces import pieces
from ui.sight import path_of, visible


@pytest.fixture
def kiosk(tmp_path: Path, qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path, Settings(), QSize(1280, 800))
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()


def remembered() -> list[QMetaObject]:
    """The meta objects that are taken to be alive."""
    return [one for one in shiboken6.getAllValidWrappers() if isinstance(one, QMetaObject)]


def test_no_meta_object_is_remembered_that_may_go(kiosk: Kiosk) -> None:
    seen = visible(kiosk.window)
    before = {id(one) for one in remembered()}
    assert "StartScreen" in {path_of(one.item).rpartition("/")[2] for one in seen}
    page = kiosk.window.property("page")
    assert isinstance(page, QQuickItem)
    assert list(pieces(page, "de"))
    assert controls(seen)
    fresh = {str(one.className()) for one in remembered() if id(one) not in before}
    assert not {name for name in fresh if "_QML" in name}
