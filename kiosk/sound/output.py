"""Plays samples, and knows how much of them has been heard."""

from collections import deque
from typing import NamedTuple

from PySide6.QtCore import QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

from kiosk.sound.device import best, is_headphones
from kiosk.sound.volume import gain

# What lies ready in the device's buffer while the program is busy with something else
BUFFER_MS = 300
# From what the device has taken to what is in the air; measured with PulseAudio at a sink of low latency
DELAY_MS = 25
TICK_MS = 10
# A device that takes nothing for so long is gone: Qt was seen to say so neither by its state nor by an error. One that
# has just woken up may take as much as 2 s at once (PulseAudio), and nothing more until they are over.
STALL_MS = 2500
# How often a device that went is asked whether it is back: that the last one went, Qt does not tell, nor that it came
ASK_MS = 1000
ASKED_RATE = 22050


class _Piece(NamedTuple):
    rate: int
    pcm: bytes


class Output(QObject):
    """The sound of one screen, at first as loud as that step. `headphones`: there are only such, whatever devices are
    called. All from the thread of the event loop; times in ms of what was given since `stop`.

    `moved` comes every 10 ms while something sounds. `changed` comes when what was given will not be heard to its end:
    the device went, or a better one came.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, step: int, *, headphones: bool = False) -> None:
        super().__init__()
        self._headphones = headphones
        self._gain = gain(step)
        self._sink: QAudioSink | None = None
        self._stream: QIODevice | None = None
        self._waiting: deque[_Piece] = deque()
        self._begun = 0.0
        self._written = self._heard = 0.0
        self._given = 0.0
        self._still = 0
        self._suspended = False
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._look)
        self._device = best(QMediaDevices.audioOutputs())
        self._asked: QAudioSink | None = None
        self._tick = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._move)
        self._ask = QTimer(self, interval=ASK_MS)
        self._ask.timeout.connect(self._ask_again)

    @property
    def available(self) -> bool:
        """Whether there is a device."""
        return self._device is not None

    @property
    def private(self) -> bool:
        """Whether only the visitor hears it."""
        return self._headphones or (self._device is not None and is_headphones(self._device))

    @property
    def given(self) -> float:
        """How long all that was given since `stop` lasts."""
        return self._given

    @property
    def heard(self) -> float:
        """How much of it has been heard."""
        return self._heard

    def give(self, pcm: bytes, rate: int) -> None:
        """Play 16-bit mono samples after all that were given before."""
        self._waiting.append(_Piece(rate, pcm))
        self._given += len(pcm) * 500 / rate
        if not self._suspended and self.available:
            self._fill()
            self._tick.start()

    def suspend(self) -> None:
        """Be silent, and keep the place."""
        self._suspended = True
        self._tick.stop()
        if self._sink:
            self._sink.suspend()

    def resume(self) -> None:
        """Go on where it was suspended."""
        self._suspended = False
        if self._sink:
            self._sink.resume()
        if self._waiting or self._unheard:
            self._fill()
            self._tick.start()

    def stop(self) -> None:
        """Be silent at once, and forget what was given."""
        self._tick.stop()
        self._close()
        self._waiting.clear()
        self._given = self._begun = self._heard = 0.0
        self._suspended = False

    def set_volume(self, step: int) -> None:
        """As loud as that step (1 to 5), at once."""
        self._gain = gain(step)
        if self._sink:
            self._sink.setVolume(self._gain)

    def _move(self) -> None:
        self._fill()
        self._listen()
        if not self._waiting and not self._unheard:
            self._tick.stop()
        self.moved.emit()

    def _fill(self) -> None:
        """Hand over what the device has room for. Samples of another rate wait until the last ones were heard."""
        while self._waiting:
            rate, pcm = self._waiting[0]
            if self._sink is None:
                self._open(rate)
            elif self._sink.format().sampleRate() != rate:
                if self._unheard:
                    return
                self._close()
                continue
            if self._sink is None or self._stream is None:
                return
            taken = self._stream.write(pcm[:self._sink.bytesFree() // 2 * 2])
            if taken <= 0:
                return
            self._written += taken * 500 / rate
            self._waiting.popleft()
            if taken < len(pcm):
                self._waiting.appendleft(_Piece(rate, pcm[taken:]))

    def _listen(self) -> None:
        """Find out how far the sound is, and whether it still comes."""
        if self._sink is None:
            return
        before = self._heard
        taken = self._sink.processedUSecs() / 1000
        self._heard = max(before, self._begun + (self._written if taken >= self._written - 1 else taken - DELAY_MS))
        self._still = 0 if self._heard > before or not self._unheard else self._still + TICK_MS
        if self._still >= STALL_MS:
            self._lose()

    @property
    def _unheard(self) -> bool:
        return self._heard < self._begun + self._written - 1

    def _open(self, rate: int) -> None:
        if self._device is None:
            return
        self._sink = _sink(self._device, rate)
        self._sink.setVolume(self._gain)
        self._stream = self._sink.start()
        if self._stream is None:
            self._lose()

    def _close(self) -> None:
        _end(self._sink)
        self._sink = self._stream = None
        self._begun += self._written
        self._written, self._still = 0.0, 0

    def _look(self) -> None:
        """Other devices than before: turn to the best of them."""
        self._turn_to(best(QMediaDevices.audioOutputs()))

    def _lose(self) -> None:
        """The device answers no more: do without it until it does."""
        self._turn_to(None)
        self._ask.start()

    def _ask_again(self) -> None:
        """Whether the device that went takes silence again."""
        if self._asked and self._asked.processedUSecs():
            self._look()
            return
        _end(self._asked)
        device = best(QMediaDevices.audioOutputs())
        self._asked = _sink(device, ASKED_RATE) if device else None
        stream = self._asked and self._asked.start()
        if stream:
            stream.write(bytes(ASKED_RATE // 5))

    def _turn_to(self, device: QAudioDevice | None) -> None:
        self._ask.stop()
        _end(self._asked)
        self._asked = None
        if device == self._device:
            return
        self._device = device
        self._tick.stop()
        self._close()
        self.changed.emit()


def _sink(device: QAudioDevice, rate: int) -> QAudioSink:
    """A way into a device for 16-bit mono samples."""
    format_ = QAudioFormat()
    format_.setSampleRate(rate)
    format_.setChannelCount(1)
    format_.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    sink = QAudioSink(device, format_)
    sink.setBufferSize(rate * 2 * BUFFER_MS // 1000)
    return sink


def _end(sink: QAudioSink | None) -> None:
    """Silence at once."""
    if sink:
        sink.reset()
        sink.deleteLater()
