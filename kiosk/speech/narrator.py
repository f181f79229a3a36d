"""Reads a screen aloud: brings the speaker's sound to the output, and tells what of the text is being heard."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot

from content.block import Block
from content.spoken import spoken_language
from kiosk.speech.event import Began, Done, Event, Failed, Heard, Marked, NoVoice
from kiosk.speech.script import Place, Script
from kiosk.speech.speaker import Speaker, speaker
from ui.voice import Listener, Part, Phrase, Reason, Speed, Trouble

if TYPE_CHECKING:
    from kiosk.sound.output import Output

# Sums of lengths in parts of a millisecond differ by how they are added up
SLACK_MS = 1


def narrator(voices: Path, volume: int, *, headphones: bool) -> "Narrator":
    """The narrator of a kiosk: `voices` is where the keeper's own lie, `volume` from 1 to 5 how loud it is at first;
    `headphones` says that there are only such. Qt's sound is imported when it is needed."""
    def output() -> "Output":
        from kiosk.sound.output import Output
        return Output(volume, headphones=headphones)
    return Narrator(lambda hear: speaker(hear, voices), output)


class _Cue(NamedTuple):
    """What is to be done when so many milliseconds have been heard."""

    at: float
    act: Callable[[], None]


class Narrator(QObject):
    """One voice for one screen; see `ui.voice.Reader`. Lives on the thread of the event loop.

    `speaker` and `output` make the child process and the way to the sound device: when they are first needed, or by
    `prepare` before that.
    """

    _told = Signal(object)

    def __init__(self, speaker: Callable[[Callable[[Event], None]], Speaker], output: Callable[[], "Output"]) -> None:
        super().__init__()
        self.listener: Listener | None = None
        self._make_speaker, self._make_output = speaker, output
        self._speaker: Speaker | None = None
        self._output: Output | None = None
        self._script: Script | None = None
        self._speed: Speed = "normal"
        self._openly = False
        self._mute: set[str] = set()
        self._speech = 0
        self._places: list[Place] = []
        self._place = Place(0, 0)
        self._begun: dict[int, tuple[float, int]] = {}
        self._cues: deque[_Cue] = deque()
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def prepare(self) -> None:
        """Start the child process and look for a device, so that the first sentence comes as fast as all others."""
        self._voice()
        self._sound()

    def close(self) -> None:
        """Be silent for ever, and end the child process."""
        self.hush()
        if self._speaker:
            self._speaker.close()

    def tell(self, *phrases: Phrase) -> None:
        """As the port says."""
        self.hush()
        heard = [phrase if self._may_be_heard(phrase.private) else phrase.instead for phrase in phrases]
        if parts := [Part(Block("paragraph", phrase.text), phrase.language, phrase.private)
                     for phrase in heard if phrase]:
            self.read(parts)

    def hush(self) -> None:
        """As the port says."""
        reading = self._script is not None
        self._script = None
        self._silence()
        if reading and self.listener:
            self.listener.ended()

    def read(self, parts: Sequence[Part], first: int = 0) -> None:
        """As the port says."""
        self._script = Script(parts, self._reason, self._excuse)
        self._go(Place(first, 0))

    def more(self, parts: Sequence[Part]) -> None:
        """As the port says."""
        if self._script:
            self._script.extend(parts)

    def pause(self) -> None:
        """As the port says."""
        self._sound().suspend()

    def resume(self) -> None:
        """As the port says."""
        self._sound().resume()

    def step(self, sentences: int) -> None:
        """As the port says; after the last sentence nothing follows."""
        if self._script is None:
            return
        place: Place | None = self._place
        for _ in range(abs(sentences)):
            place = place and (self._script.after(place) if sentences > 0 else self._script.before(place))
        if place is None:
            self.hush()
        else:
            self._go(place)

    def set_speed(self, speed: Speed) -> None:
        """As the port says."""
        if speed != self._speed:
            self._speed = speed
            self.step(0)

    def set_volume(self, step: int) -> None:
        """As the port says."""
        self._sound().set_volume(step)

    def set_openly(self, openly: bool) -> None:
        """As the port says."""
        self._openly = openly

    @property
    def private(self) -> bool:
        """As the port says."""
        return self._sound().private

    def _voice(self) -> Speaker:
        if self._speaker is None:
            self._speaker = self._make_speaker(self._told.emit)
        return self._speaker

    def _sound(self) -> "Output":
        if self._output is None:
            self._output = self._make_output()
            self._output.setParent(self)
            self._output.moved.connect(self._follow)
            self._output.changed.connect(self._turn)
        return self._output

    def _may_be_heard(self, private: bool) -> bool:
        return not private or self._openly or self.private

    def _excuse(self, reason: Reason) -> Sequence[Part]:
        return self.listener.excuse(reason) if self.listener else ()

    def _reason(self, part: Part) -> Reason | None:
        if not self._may_be_heard(part.private):
            return "private"
        return "voice" if spoken_language(part.language) in self._mute else None

    def _silence(self) -> None:
        if self._speaker:
            self._speaker.cancel()
        if self._output:
            self._output.stop()
        self._speech = 0
        self._cues.clear()

    def _go(self, place: Place) -> None:
        """Speak from there on, where there is a device."""
        assert self._script is not None
        self._silence()
        self._place, self._places, self._begun = place, [], {}
        if self._sound().available:
            self._speech = self._voice().speak(self._script.lines(place, self._places.append), self._speed)
        if self.listener:
            self.listener.troubled(None if self._sound().available else "device")

    @Slot()
    def _turn(self) -> None:
        """Another device, or none: begin the sentence again, there or when there is one."""
        if self._script:
            self._go(self._place)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        """Queue what the speaker tells for the moment in which it is heard."""
        if event.speech != self._speech:
            return
        at = self._sound().given
        match event:
            case Began(line=line, rate=rate):
                self._begun[line] = (at, rate)
                self._cue(at, partial(self._begin, line))
            case Heard(line=line, pcm=pcm):
                self._sound().give(pcm, self._begun[line][1])
            case Marked():
                self._cue(self._begun[event.line][0] + event.ms, partial(self._mark, event))
            case NoVoice(language=language):
                self._cue(at, partial(self._miss, event.line, language))
            case Failed():
                self._cue(at, partial(self._give_up, "failed"))
            case Done():
                self._cue(at, self.hush)

    def _cue(self, at: float, act: Callable[[], None]) -> None:
        self._cues.append(_Cue(at, act))
        if at <= self._sound().heard + SLACK_MS:
            self._follow()

    @Slot()
    def _follow(self) -> None:
        """Tell what is being heard now."""
        while self._cues and self._cues[0].at <= self._sound().heard + SLACK_MS:
            self._cues.popleft().act()

    def _begin(self, line: int) -> None:
        self._voice().begun(line)
        self._place = self._places[line]
        if self.listener and self._script:
            self.listener.sentence_begins(self._place.part, *self._script.stretch(self._place))

    def _mark(self, mark: Marked) -> None:
        if self.listener and self._script and not self._script.excused(self._place.part):
            self.listener.word_begins(self._place.part, mark.start, mark.length)

    def _miss(self, line: int, language: str) -> None:
        """Nobody speaks the language: say so once, in place of all that is in it; in another, where that is known."""
        if language in self._mute:
            self._give_up("voice")
        else:
            self._mute.add(language)
            self._go(self._places[line])

    def _give_up(self, trouble: Trouble) -> None:
        self._silence()
        if self.listener:
            self.listener.troubled(trouble)
