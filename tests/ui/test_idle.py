"""When nobody touches the screen: a warning, then the end; the clock is turned by hand."""

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.viewmodels.idle import Idle

TOUCH = QEvent.Type.TouchBegin


class Clock:
    """The two timers of an idle watch, run down by hand."""

    def __init__(self, idle: Idle) -> None:
        self.second, self.patience = sorted(idle.findChildren(QTimer), key=QTimer.interval)

    def waits(self) -> tuple[bool, bool]:
        return self.patience.isActive(), self.second.isActive()

    def patience_ends(self) -> None:
        assert self.patience.isActive()
        self.patience.stop()
        self.patience.timeout.emit()

    def ticks(self, seconds: int) -> None:
        for _ in range(seconds):
            assert self.second.isActive()
            self.second.timeout.emit()


@pytest.fixture
def idle(qapp: object) -> Idle:
    return Idle(120, 30)


@pytest.fixture
def clock(idle: Idle) -> Clock:
    return Clock(idle)


def test_waits_as_long_as_it_was_told(clock: Clock) -> None:
    assert (clock.patience.interval(), clock.patience.isSingleShot()) == (120_000, True)
    assert (clock.second.interval(), clock.second.isSingleShot()) == (1000, False)
    assert clock.waits() == (False, False)


def test_warns_counts_and_ends(idle: Idle, clock: Clock, qtbot: QtBot) -> None:
    idle.start()
    clock.patience_ends()
    assert idle.secondsLeft == 30
    with qtbot.assertNotEmitted(idle.expired):
        clock.ticks(29)
    assert idle.secondsLeft == 1
    with qtbot.waitSignal(idle.expired):
        clock.ticks(1)
    assert idle.secondsLeft == 0
    assert clock.waits() == (False, False)


def test_one_action_takes_the_warning_away_as_often_as_one_likes(idle: Idle, clock: Clock, qtbot: QtBot) -> None:
    idle.start()
    with qtbot.assertNotEmitted(idle.expired):
        for _ in range(20):
            clock.patience_ends()
            clock.ticks(29)
            idle.start()
            assert idle.secondsLeft == 0
            assert clock.waits() == (True, False)


def test_no_visit_no_warning(idle: Idle, clock: Clock) -> None:
    idle.start()
    clock.patience_ends()
    idle.stop()
    assert idle.secondsLeft == 0
    assert clock.waits() == (False, False)


@pytest.mark.parametrize("kind", [QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.MouseButtonPress,
                                  QEvent.Type.KeyPress, QEvent.Type.Wheel])
def test_a_sign_of_life_starts_the_wait_anew_and_is_not_swallowed(idle: Idle, clock: Clock, kind: QEvent.Type) -> None:
    idle.start()
    before = clock.patience.id()
    assert not idle.eventFilter(QObject(), QEvent(kind))
    assert clock.patience.isActive()
    assert clock.patience.id() != before


def test_what_nobody_did_is_no_sign_of_life(idle: Idle, clock: Clock) -> None:
    idle.start()
    before = clock.patience.id()
    idle.eventFilter(QObject(), QEvent(QEvent.Type.UpdateRequest))
    idle.eventFilter(QObject(), QEvent(QEvent.Type.MouseMove))
    assert clock.patience.id() == before


def test_a_touch_begins_no_visit_and_leaves_the_warning_to_answer_it(idle: Idle, clock: Clock) -> None:
    idle.eventFilter(QObject(), QEvent(TOUCH))
    assert clock.waits() == (False, False)
    idle.start()
    clock.patience_ends()
    idle.eventFilter(QObject(), QEvent(TOUCH))
    assert (idle.secondsLeft, clock.waits()) == (30, (False, True))


def test_each_second_is_told_once(idle: Idle, clock: Clock) -> None:
    told: list[int] = []
    idle.secondsLeftChanged.connect(lambda: told.append(idle.secondsLeft))
    idle.start()
    clock.patience_ends()
    clock.ticks(2)
    idle.stop()
    idle.stop()
    assert told == [30, 29, 28, 0]
