"""A screen explored by touch through the whole program into a real sound device: what a finger finds is heard, and that
soon; what it leaves is heard no longer.

A finger that stays is answered after `REST`, one that slides at once. The moments promised are the best of several
tries: a busy machine may be late, but not each time.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.kiosk_process import KioskProcess
from tests.fakes.pulse import LOUDSPEAKER, Ear, Pulse, missing
from tests.fakes.reference import NEVER, Reference, heard
from tests.fakes.waiting import until
from ui.exploring.finger import HOLD, REST

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")
SOON, SILENT = 0.15, 0.1
TRIES = 4
EMERGENCY, NUMBERS, SIZE = "Notruf", "Im Notfall", "Textgröße"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture
def kiosk(folder: Path, pulse: Pulse) -> Iterator[KioskProcess]:
    made = KioskProcess(folder, pulse.environment)
    yield made
    made.close()


@pytest.fixture
def explored(kiosk: KioskProcess, ear: Ear) -> KioskProcess:
    """A kiosk that is being explored, and was heard: a sink that plays into nothing wakes up late."""
    kiosk.open("de", "about", "")
    switch(kiosk)
    touched = time.monotonic()
    until(lambda: ear.sounds(touched), "nothing is heard")
    return kiosk


def switch(kiosk: KioskProcess) -> float:
    """Hold the corner until something is said; the moment in which it was touched."""
    touched = kiosk.touch("down corner")
    kiosk.said("Erkunden durch Berühren ist")
    kiosk.do("lift")
    return touched


def test_a_corner_held_for_two_seconds_is_heard_to_switch_off_and_on(
        explored: KioskProcess, ear: Ear, reference: Reference) -> None:
    for words in ("Erkunden durch Berühren ist aus.", "Erkunden durch Berühren ist an."):
        touched = switch(explored)
        assert touched + HOLD / 1000 < heard(ear, reference.says([words]), touched) < NEVER


def test_the_words_of_what_is_touched_are_heard_soon(explored: KioskProcess, ear: Ear, reference: Reference) -> None:
    other = reference.says(["Sprache", "Taste."])
    late = []
    for _ in range(TRIES):
        touched = explored.touch(f"down {EMERGENCY}")
        made = reference.says(explored.said(EMERGENCY))
        explored.do("lift")
        late.append(heard(ear, made, touched) - touched)
        assert heard(ear, other, touched) == NEVER
    assert min(late) <= REST / 1000 + SOON, late


def test_a_finger_that_slides_on_ends_the_old_words_and_begins_new_ones(
        explored: KioskProcess, ear: Ear, reference: Reference) -> None:
    explored.touch(f"down {SIZE}")
    explored.said(SIZE)
    late = []
    for new in (EMERGENCY, SIZE) * (TRIES // 2):
        slid = explored.touch(f"slide {new}")
        late.append(heard(ear, reference.says(explored.said(new)), slid) - slid)
    explored.do("lift")
    assert min(late) <= SOON, late


def test_a_touch_silences_what_is_being_said(explored: KioskProcess, ear: Ear) -> None:
    late = []
    for _ in range(TRIES):
        explored.touch(f"down {SIZE}")
        explored.said(SIZE)
        explored.do("lift")
        explored.until("word")
        touched = explored.touch("down")
        until(lambda: ear.now > touched + REST / 1000, "the recording stopped")  # noqa: B023
        late.append(max(ear.sounds(touched, touched + REST / 1000), default=touched) - touched)
        explored.do("lift")
        explored.until("ended")
    assert min(late) <= SILENT, late


def test_tapped_twice_it_is_opened_and_what_it_opens_is_heard(
        explored: KioskProcess, ear: Ear, reference: Reference) -> None:
    explored.touch(f"down {EMERGENCY}")
    explored.said(EMERGENCY)
    explored.do("lift")
    tapped = explored.touch("tap")
    assert heard(ear, reference.says(explored.said(NUMBERS)), tapped) < NEVER


def test_without_a_device_the_screen_says_so_and_goes_on_being_explored(
        kiosk: KioskProcess, pulse: Pulse) -> None:
    kiosk.open("de", "about", "")
    switch(kiosk)
    kiosk.until("trouble", what="device")
    kiosk.touch(f"down {EMERGENCY}")
    kiosk.said(EMERGENCY)
    kiosk.do("lift")
    kiosk.touch("tap")
    kiosk.said(NUMBERS)
    kiosk.until("trouble", what="device")
    plugged = pulse.plug(LOUDSPEAKER, "Loudspeaker")
    kiosk.until("trouble", what=None)
    kiosk.until("word")  # what was said last
    pulse.unplug(plugged)


def test_a_device_pulled_out_is_said_so_and_the_next_one_is_heard(
        explored: KioskProcess, pulse: Pulse, plugged: int, reference: Reference) -> None:
    explored.touch(f"down {SIZE}")
    explored.said(SIZE)
    explored.until("word")
    pulse.unplug(plugged)
    explored.until("trouble", what="device")
    explored.do("lift")
    other = pulse.plug("other", "Headset")
    ear = Ear(pulse, "other")
    explored.until("trouble", what=None)
    touched = explored.touch(f"down {EMERGENCY}")
    assert heard(ear, reference.says(explored.said(EMERGENCY)), touched) < NEVER
    explored.do("lift")
    ear.close()
    pulse.unplug(other)
