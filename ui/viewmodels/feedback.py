"""Feedback: whether an offer or guide was helpful or is wrong, and a sentence about it if the visitor likes."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from content.library import Library
from ui.numbers import whole
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantMap
from ui.wording import Row, Wording

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ANSWERS = ("up", "down", "wrong")
LONGEST = 500  # characters of a sentence
KEEPING, KEPT, DONE, FAILED = "keeping", "kept", "done", "failed"


class Letterbox(Protocol):
    """Keeps until the city learns of it what a visitor thinks of a record, and tells later whether it is kept."""

    def feedback(self, body: Mapping[str, str], answer: Callable[[bool], None]) -> None:
        """`record` (its id), `language` of the visitor, `answer` (one of `ANSWERS`)."""

    def comment(self, body: Mapping[str, str], answer: Callable[[bool], None]) -> None:
        """The same, and `words`."""


@QmlElement
@QmlUncreatable("made by the program")
class Feedback(QObject):
    """What the visitor of this visit said about records: an answer for each, once; then words, if they like."""

    changed = Signal()
    subjectChanged = Signal()

    def __init__(self, library: Library, letterbox: Letterbox) -> None:
        super().__init__()
        self._library = library
        self._letterbox = letterbox
        self._states: dict[str, str] = {}
        self._answers: dict[str, str] = {}
        self._waiting: dict[str, Mapping[str, str]] = {}  # what of each record was last handed in
        self._subject: Row = {}

    @Property(QVariantMap, notify=changed)
    def states(self) -> dict[str, str]:
        """Record ids with how far they are: "keeping", "kept" (words may follow), "done", "failed"."""
        return self._states

    @Property(QVariantMap, notify=subjectChanged)
    def subject(self) -> Row:
        """What words are asked for: the id and title of the record, and the answer given."""
        return self._subject

    @Property(int, constant=True)
    def longest(self) -> int:
        """How many characters are kept."""
        return LONGEST

    def show(self, target: str, wording: Wording) -> None:
        """Ask for words about the record of that id."""
        browse = self._library.browse
        rows = browse.rows(browse.keys([target]), wording.words.language)
        self._subject = {"id": target, "title": whole(rows[0].title) if rows else "",
                         "answer": self._answers.get(target, "")}
        self.subjectChanged.emit()

    @Slot(str, str, str)
    def answer(self, record: str, language: str, answer: str) -> None:
        """Keep an answer; a second one for the same record is none."""
        if record not in self._states and answer in ANSWERS:
            self._answers[record] = answer
            self._keep(self._letterbox.feedback, record, language, KEPT)

    @Slot(str, str, str)
    def say(self, record: str, language: str, words: str) -> None:
        """Keep what the visitor has to say about a record they gave an answer for."""
        words = " ".join(words.split())[:LONGEST]
        if self._states.get(record) in {KEEPING, KEPT} and words:
            self._keep(self._letterbox.comment, record, language, DONE, words=words)

    @Slot(str)
    def decline(self, record: str) -> None:
        """The visitor has nothing to say."""
        if record in self._states:
            self._waiting.pop(record, None)
            self._set(record, DONE)

    @Slot()
    def forget(self) -> None:
        """The visit ended."""
        self._states, self._answers, self._waiting, self._subject = {}, {}, {}, {}
        self.changed.emit()
        self.subjectChanged.emit()

    def _keep(self, put: Callable[[Mapping[str, str], Callable[[bool], None]], None], record: str, language: str,
              then: str, **words: str) -> None:
        body = {"record": record, "language": language, "answer": self._answers[record], **words}

        def answered(kept: bool) -> None:
            if self._waiting.get(record) is body:
                self._set(record, then if kept else FAILED)
        self._waiting[record] = body
        self._set(record, KEEPING)
        put(body, answered)

    def _set(self, record: str, state: str) -> None:
        self._states = {**self._states, record: state}
        self.changed.emit()
