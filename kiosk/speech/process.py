"""The child process that speaks: requests come in on standard input, frames go out on standard output.

It ends when its input does. What libraries print goes to standard error.
"""

import os
import queue
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from kiosk.speech import frame
from kiosk.speech.frame import Request, decode_request, write_frame
from kiosk.speech.voice import Beat, Sound, Voice
from kiosk.speech.voices import voices


class Service:
    """Answers requests one after the other, while a thread reads the next and hears when to stop."""

    def __init__(self, voice: Voice, requests: BinaryIO, answers: BinaryIO) -> None:
        self._voice = voice
        self._requests = requests
        self._answers = answers
        self._waiting: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._stopped = 0

    def run(self) -> None:
        """Serve until the input ends."""
        threading.Thread(target=self._read, daemon=True).start()
        while (request := self._waiting.get()) is not None:
            self._answer(request)

    def _read(self) -> None:
        try:
            for line in self._requests:
                self._take(decode_request(line))
        finally:
            self._stopped = sys.maxsize
            self._waiting.put(None)

    def _take(self, request: Request) -> None:
        if request.text:
            self._waiting.put(request)
        else:
            self._stopped = max(self._stopped, request.number)

    def _answer(self, request: Request) -> None:
        number = request.number
        rate = self._voice.rate(request.language)
        if rate is None:
            write_frame(self._answers, frame.NO_VOICE, number)
            return
        write_frame(self._answers, frame.BEGIN, number, frame.rate_body(rate))
        try:
            self._voice.speak(request.text, request.language, request.speed, lambda piece: self._send(number, piece))
        except RuntimeError as error:
            write_frame(self._answers, frame.FAILED, number, str(error).encode())
        else:
            write_frame(self._answers, frame.END, number)

    def _send(self, number: int, piece: Sound | Beat) -> bool:
        if isinstance(piece, Beat):
            write_frame(self._answers, frame.BEAT, number, frame.beat_body(piece))
        else:
            write_frame(self._answers, frame.SOUND, number, piece.pcm)
        return number > self._stopped


def serve(folder: Path) -> None:
    """Be the child process; `folder` is where the keeper's own voices lie."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        Service(voices(folder), sys.stdin.buffer, answers).run()
    except BrokenPipeError:
        os._exit(0)  # the screen is gone; so is everybody who could be told


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
