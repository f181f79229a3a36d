"""What one finger on the glass means; times are told, not waited for."""

import pytest

from ui.exploring.finger import DoubleTapped, Finger, Gesture, Held, Point, Swiped, Touched

DOTS = 10.0  # pixels a millimetre
DOUBLE = 400
HERE, THERE = Point(500, 500), Point(300, 100)


@pytest.fixture
def finger() -> Finger:
    return Finger(DOTS, DOUBLE)


def tap(finger: Finger, at: Point, ms: int) -> list[Gesture]:
    return [*finger.press(at, ms), *finger.release(at, ms + 50)]


def stroke(finger: Finger, to: Point, took: int = 200) -> list[Gesture]:
    return [*finger.press(HERE, 0), *finger.move(to, took // 2), *finger.release(to, took)]


def test_a_finger_that_stays_looks_around_at_once(finger: Finger) -> None:
    assert finger.press(HERE, 1000) == []
    assert finger.due == 1250
    assert finger.wait(1249) == []
    assert finger.wait(1250) == [Touched(HERE)]


def test_a_finger_that_slides_is_told_all_that_lies_below_it(finger: Finger) -> None:
    finger.press(HERE, 0)
    finger.wait(250)
    assert finger.move(THERE, 300) == [Touched(THERE)]
    assert finger.release(THERE, 400) == []
    assert finger.due is None


def test_trembling_is_no_sliding(finger: Finger) -> None:
    finger.press(HERE, 0)
    finger.wait(250)
    assert finger.move(Point(HERE.x + 30, HERE.y - 30), 300) == []


def test_one_tap_is_a_touch_when_no_second_one_comes(finger: Finger) -> None:
    assert tap(finger, HERE, 0) == []
    assert finger.due == 450
    assert finger.wait(450) == [Touched(HERE)]
    assert finger.due is None


def test_two_taps_are_a_double_tap_wherever_they_land(finger: Finger) -> None:
    tap(finger, HERE, 0)
    assert tap(finger, THERE, 300) == [DoubleTapped()]
    assert finger.due is None


def test_a_second_tap_that_comes_late_is_another_touch(finger: Finger) -> None:
    tap(finger, HERE, 0)
    assert tap(finger, THERE, 500) == [Touched(HERE)]
    assert finger.wait(1000) == [Touched(THERE)]


def test_three_taps_are_one_double_tap_and_one_touch(finger: Finger) -> None:
    tap(finger, HERE, 0)
    assert tap(finger, HERE, 100) == [DoubleTapped()]
    assert tap(finger, HERE, 200) == []
    assert finger.wait(900) == [Touched(HERE)]


@pytest.mark.parametrize(("x", "y", "way"), [(300, 20, (1, 0)), (-300, 20, (-1, 0)), (20, 300, (0, 1)),
                                             (20, -300, (0, -1))])
def test_a_quick_stroke_is_a_swipe(finger: Finger, x: int, y: int, way: tuple[int, int]) -> None:
    assert stroke(finger, Point(HERE.x + x, HERE.y + y)) == [Swiped(*way)]


def test_a_short_stroke_means_nothing(finger: Finger) -> None:
    assert stroke(finger, Point(HERE.x + 80, HERE.y)) == []
    assert finger.due is None


def test_a_slow_stroke_looks_around(finger: Finger) -> None:
    finger.press(HERE, 0)
    assert finger.move(Point(HERE.x + 100, HERE.y), 100) == []
    assert finger.move(THERE, 700) == [Touched(THERE)]
    assert finger.release(THERE, 800) == []


def test_a_finger_that_stays_for_long_is_held_once(finger: Finger) -> None:
    finger.press(HERE, 0)
    finger.wait(250)
    assert finger.due == 2000
    assert finger.wait(2000) == [Held(HERE)]
    assert finger.due is None
    assert finger.release(HERE, 3000) == []


def test_a_finger_that_has_moved_is_not_held(finger: Finger) -> None:
    finger.press(HERE, 0)
    finger.wait(250)
    finger.move(THERE, 300)
    assert finger.due is None


def test_who_comes_late_is_told_all_of_it(finger: Finger) -> None:
    finger.press(HERE, 0)
    assert finger.wait(5000) == [Touched(HERE), Held(HERE)]


def test_a_finger_that_is_lifted_unseen_means_nothing(finger: Finger) -> None:
    finger.press(HERE, 0)
    finger.lift()
    assert finger.due is None
    assert [*finger.move(THERE, 10), *finger.release(THERE, 20)] == []
