"""The lock before the keeper's screen: it opens for the PIN, and makes guessing slow."""

import pytest
from PySide6.QtCore import QTimer

from ui.viewmodels.lock import LONGEST, Lock


class One:
    """A PIN that can be taken away."""

    def __init__(self) -> None:
        self.pin = "2468"

    def known(self) -> bool:
        return bool(self.pin)

    def fits(self, pin: str) -> bool:
        return self.known() and pin == self.pin


@pytest.fixture
def pin() -> One:
    return One()


@pytest.fixture
def lock(qapp: object, pin: One) -> Lock:
    made = Lock(pin)
    made.look()
    return made


def waits_out(lock: Lock) -> int:
    """How many seconds pass until a PIN may be typed again."""
    second, = lock.findChildren(QTimer)
    seconds = 0
    while lock.wait:
        assert second.isActive()
        second.timeout.emit()
        seconds += 1
    assert not second.isActive()
    return seconds


def test_opens_for_the_pin_and_closes_behind_who_leaves(lock: Lock) -> None:
    assert (lock.known, lock.open) == (True, False)
    lock.enter("2468")
    assert (lock.open, lock.wrong, lock.wait) == (True, False, 0)
    lock.close()
    assert not lock.open


def test_waits_longer_after_each_wrong_one_up_to_a_minute(lock: Lock) -> None:
    waited = []
    for _ in range(9):
        lock.enter("1111")
        assert (lock.open, lock.wrong) == (False, True)
        waited.append(waits_out(lock))
    assert waited == [1, 2, 4, 8, 16, 32, LONGEST, LONGEST, LONGEST]


def test_while_it_waits_nothing_opens_it_and_the_wait_outlives_the_visit(lock: Lock) -> None:
    for _ in range(3):
        waits_out(lock)
        lock.enter("1111")
    lock.close()
    lock.enter("2468")
    assert (lock.open, lock.wait) == (False, 4)
    waits_out(lock)
    lock.enter("1111")
    assert lock.wait == 8


def test_the_right_one_ends_the_counting(lock: Lock) -> None:
    for _ in range(3):
        lock.enter("1111")
        waits_out(lock)
    lock.enter("2468")
    lock.close()
    lock.enter("1111")
    assert lock.wait == 1


def test_without_a_pin_it_says_so_and_stays_closed(lock: Lock, pin: One) -> None:
    pin.pin = ""
    lock.look()
    lock.enter("")
    assert (lock.known, lock.open) == (False, False)
