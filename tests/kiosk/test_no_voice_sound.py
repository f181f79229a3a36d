"""Texts in languages that no voice speaks, on a screen that is read aloud or explored: into a real sound device it is
said that there is none; it is never silent. A busy machine may garble it, but not each time."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.folder import open_copy
from tests.fakes.kiosk_process import KioskProcess
from tests.fakes.pulse import Ear, Pulse, missing
from tests.fakes.reference import LISTENED, NEVER, Reference, heard
from tests.fakes.waiting import until
from tests.ui.copy import fill, offer

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")
TITLES = {"ti": "ምኽሪ ንስድራቤታት", "ps": "د کورنیو لپاره مشوره", "ckb": "ڕاوێژ بۆ خێزانەکان"}
NO_VOICE = "Für die Sprache dieses Textes gibt es hier keine Stimme."
TRIES = 3
READ, STOP = "Diese Seite vorlesen", "Vorlesen beenden"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with an offer in each of these languages only."""
    made = tmp_path_factory.mktemp("kiosk")
    store = open_copy(made)
    fill(store, *(offer(code, {code: {"title": title}}, original_language=code) for code, title in TITLES.items()))
    store.close()
    return made


@pytest.fixture
def kiosk(folder: Path, pulse: Pulse, ear: Ear) -> Iterator[KioskProcess]:
    """A kiosk that has been heard: a sink that plays into nothing wakes up late."""
    made = KioskProcess(folder, pulse.environment)
    made.open("de", "about", "")
    touched = made.press(READ)
    until(lambda: ear.sounds(touched), "nothing is heard")
    made.press(STOP)
    yield made
    made.close()


@pytest.mark.parametrize("language", TITLES)
def test_when_read_it_is_said_that_there_is_no_voice(
        kiosk: KioskProcess, ear: Ear, reference: Reference, language: str) -> None:
    kiosk.open("de", "offer", f"city:{language}")
    tries = []
    for _ in range(TRIES):
        touched = kiosk.press(READ)
        tries.append(heard(ear, reference.says([NO_VOICE]), touched))
        kiosk.press(STOP)
    assert min(tries) < NEVER


@pytest.mark.parametrize("language", TITLES)
def test_when_explored_it_is_said_that_there_is_no_voice_and_what_it_is(
        kiosk: KioskProcess, ear: Ear, reference: Reference, language: str) -> None:
    kiosk.touch("down corner")
    kiosk.said("Erkunden")
    kiosk.do("lift")
    tries = []
    for _ in range(TRIES):
        kiosk.open("de", "offer", f"city:{language}")
        kiosk.said(TITLES[language])
        turned = time.monotonic()
        tries.append([heard(ear, reference.says([NO_VOICE]), turned) < NEVER,
                      heard(ear, reference.says(["Überschrift."]), turned + LISTENED / 2) < NEVER])
        kiosk.open("de", "about", "")
    assert [True, True] in tries, tries
