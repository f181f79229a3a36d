"""Every screen of the tour, stepped through by somebody who does not see it: what they hear makes sense everywhere."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.audit.camera import settle
from kiosk.audit.scene import NAMES, Scene, scenes
from kiosk.audit.tour import Pose, Tour
from kiosk.pin import set_pin
from kiosk.settings import Settings
from tests.journeys.conftest import FRIDAY
from tests.journeys.listener import Ear
from ui.exploring.cursor import Cursor
from ui.exploring.element import Role
from ui.exploring.speech import said
from ui.voice import Phrase

MOST = 200
Heard = list[tuple[list[Phrase], Role]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk with a PIN."""
    made = tmp_path_factory.mktemp("kiosk")
    set_pin(made, "2468")
    return made


@pytest.fixture
def kiosk(folder: Path, qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(folder, Settings(), QSize(1280, 800), now=lambda: FRIDAY, announcer=Ear())
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()


def walk(kiosk: Kiosk, scene: Scene, language: str) -> Heard:
    """What is heard of the scene from its first element to its last."""
    Tour(kiosk, Path(), 5.9, 1).show(scene._replace(explored=True), Pose(language, 1.0, "light"))
    settle(kiosk.window)
    kiosk.window.grabWindow()
    cursor = Cursor(kiosk.window, 10)
    heard: Heard = []
    while len(heard) < MOST and (step := cursor.step(1)) and not (step[1] and heard):
        heard.append((said(step[0], kiosk.visit.catalogue), step[0].role))
        kiosk.window.grabWindow()
    return heard


def text_of(phrases: list[Phrase]) -> str:
    return " ".join(phrase.text for phrase in phrases)


@pytest.mark.parametrize("language", ["de", "en", "ar"])
@pytest.mark.parametrize("name", NAMES)
def test_every_screen_is_heard_well(kiosk: Kiosk, name: str, language: str) -> None:
    scene = next((one for one in scenes(kiosk.library) if one.name == name), None)
    if scene is None:
        pytest.skip(f"the built-in content has nothing for {name!r}")
    heard = walk(kiosk, scene, language)
    words = kiosk.visit.catalogue
    kinds = {Role.Button: words("Button"), Role.CheckBox: words("Choice"), Role.EditableText: words("Text field"),
             Role.Heading: words("Heading")}
    assert heard
    assert len(heard) < MOST
    for phrases, role in heard:
        text = text_of(phrases)
        assert all(phrase.text.strip(" .,") for phrase in phrases), text
        assert ".." not in text, text
        assert len({phrase.text for phrase in phrases}) == len(phrases), text
        assert role not in kinds or any(phrase.text.startswith(kinds[role]) for phrase in phrases), text
        assert any(not phrase.private or phrase.instead for phrase in phrases), text
    for (one, _), (other, role) in pairwise(heard):
        assert role == Role.StaticText or text_of(one) != text_of(other), text_of(one)


def test_of_the_keypad_others_hear_no_digit(kiosk: Kiosk) -> None:
    scene = next(one for one in scenes(kiosk.library) if one.name == "pin")
    keys = [phrases[0] for phrases, _ in walk(kiosk, scene, "de") if phrases[0].text.isdigit()]
    assert [key.text for key in keys] == [*"123456789", "0"]
    assert all(key.private and key.instead and key.instead.text == "Nur über Kopfhörer" for key in keys)


def test_names_of_places_are_said_in_their_own_language(kiosk: Kiosk) -> None:
    scene = next(one for one in scenes(kiosk.library) if one.name == "place")
    words = [phrase for phrases, _ in walk(kiosk, scene, "ar") for phrase in phrases]
    address = next(phrase for phrase in words if "Königstraße" in phrase.text)
    assert (address.text.splitlines()[0], address.language) == ("Bücherei der Gemeinnützigen", "de")
    assert Phrase("المكان", "ar") in words
