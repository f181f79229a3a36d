"""How loud speech is, and which devices are for one person alone."""

import math

import pytest

from kiosk.sound.device import is_private_name
from kiosk.sound.volume import LOUDEST, gain


def decibels(step: int) -> float:
    return 20 * math.log10(gain(step))


def test_the_range_of_the_volume_is_that_of_the_standard():
    steps = [decibels(step) for step in range(1, LOUDEST + 1)]
    assert steps == sorted(steps)
    assert steps[-1] == 0
    assert steps[-1] - steps[0] >= 18
    assert any(step - steps[0] == pytest.approx(12) for step in steps[1:-1])


@pytest.mark.parametrize(("name", "private"), [
    ("Built-in Audio Headphones", True), ("Jabra EVOLVE 20 Headset", True), ("USB-Headset Analog Stereo", True),
    ("Kopfhörer", True), ("alsa_output.pci-0000_00_1f.3.HiFi__hw_PCH__Headphone__sink", True), ("AirPods", True),
    ("Wireless Earbuds", True), ("Built-in Audio Analog Stereo", False), ("HDMI / DisplayPort", False),
    ("Soundbar", False)])
def test_headphones_are_known_by_their_names(name: str, private: bool):
    assert is_private_name(name) == private
