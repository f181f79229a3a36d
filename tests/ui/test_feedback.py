"""Feedback: one answer a record and visit, words only after it, and nothing of it after the visit."""

from collections.abc import Callable, Mapping

import pytest

from content.library import Library
from tests.ui.copy import fill, guide, wording
from ui.viewmodels.feedback import LONGEST, Feedback


class Slow:
    """A letterbox that answers when the test says so."""

    def __init__(self) -> None:
        self.bodies: list[tuple[str, dict[str, str]]] = []
        self.answers: list[Callable[[bool], None]] = []

    def feedback(self, body: Mapping[str, str], answer: Callable[[bool], None]) -> None:
        self._put("feedback", body, answer)

    def comment(self, body: Mapping[str, str], answer: Callable[[bool], None]) -> None:
        self._put("comment", body, answer)

    def _put(self, kind: str, body: Mapping[str, str], answer: Callable[[bool], None]) -> None:
        self.bodies.append((kind, dict(body)))
        self.answers.append(answer)


@pytest.fixture
def letterbox() -> Slow:
    return Slow()


@pytest.fixture
def feedback(library: Library, letterbox: Slow) -> Feedback:
    return Feedback(library, letterbox)


def test_an_answer_is_given_once_and_only_one_there_is(feedback: Feedback, letterbox: Slow) -> None:
    feedback.answer("a:1", "tr", "sideways")
    assert (feedback.states, letterbox.bodies) == ({}, [])
    feedback.answer("a:1", "tr", "up")
    feedback.answer("a:1", "tr", "down")
    assert feedback.states == {"a:1": "keeping"}
    letterbox.answers[0](True)
    feedback.answer("a:1", "tr", "down")
    assert feedback.states == {"a:1": "kept"}
    assert letterbox.bodies == [("feedback", {"record": "a:1", "language": "tr", "answer": "up"})]


def test_words_follow_an_answer_and_are_one_line_and_not_endless(feedback: Feedback, letterbox: Slow) -> None:
    feedback.say("a:1", "de", "ohne Antwort")
    assert letterbox.bodies == []
    feedback.answer("a:1", "de", "down")
    feedback.say("a:1", "de", " \n ")
    feedback.say("a:1", "de", f"  zu\nlang {'x' * LONGEST}")
    letterbox.answers[0](True)
    letterbox.answers[1](True)
    assert feedback.states == {"a:1": "done"}
    feedback.say("a:1", "de", "noch etwas")
    words, = (body["words"] for kind, body in letterbox.bodies if kind == "comment")
    assert words.startswith("zu lang xx")
    assert len(words) == LONGEST


def test_what_could_not_be_kept_is_said(feedback: Feedback, letterbox: Slow) -> None:
    feedback.answer("a:1", "de", "wrong")
    letterbox.answers[0](False)
    assert feedback.states == {"a:1": "failed"}
    feedback.say("a:1", "de", "vergeblich")
    assert len(letterbox.bodies) == 1


def test_who_has_nothing_to_say_is_not_asked_again(feedback: Feedback, letterbox: Slow) -> None:
    feedback.decline("a:1")
    feedback.answer("a:1", "de", "up")
    feedback.decline("a:1")
    letterbox.answers[0](True)
    assert feedback.states == {"a:1": "done"}


def test_asks_about_the_record_in_the_language_read(feedback: Feedback, library: Library) -> None:
    fill(library.store, guide("g", {"de": {"title": "Rat"}, "en": {"title": "Advice"}}))
    feedback.answer("city:g", "en", "wrong")
    feedback.show("city:g", wording("en"))
    assert feedback.subject == {"id": "city:g", "title": "Advice", "answer": "wrong"}
    feedback.show("city:gone", wording("en"))
    assert feedback.subject == {"id": "city:gone", "title": "", "answer": ""}


def test_nothing_outlives_the_visit_not_even_a_late_answer(feedback: Feedback, letterbox: Slow) -> None:
    feedback.answer("a:1", "de", "up")
    feedback.show("a:1", wording())
    feedback.forget()
    assert (feedback.states, feedback.subject) == ({}, {})
    feedback.answer("a:1", "de", "down")
    letterbox.answers[0](True)
    assert feedback.states == {"a:1": "keeping"}
