"""What passes between the speaker and its child process: requests as lines of JSON, answers as frames.

A frame is a kind, the number of the request, the length of what follows, and that many bytes: for BEGIN the rate
(samples a second), for SOUND the samples, for BEAT the millisecond and the character; FAILED has a message.
END, NO_VOICE and FAILED are the last frame of a request.
"""

import struct
from typing import BinaryIO, NamedTuple

import msgspec

from kiosk.speech.voice import Beat
from ui.voice import Speed

BEGIN, SOUND, BEAT, END, NO_VOICE, FAILED = b"R", b"S", b"B", b"E", b"N", b"F"
LAST = (END, NO_VOICE, FAILED)
_HEADER = struct.Struct("<cII")
_BEAT = struct.Struct("<II")
_RATE = struct.Struct("<I")


class Request(msgspec.Struct, frozen=True, omit_defaults=True):
    """Speak `text`; without a text: stop with all requests up to `number`. `language` is a spoken language."""

    number: int
    text: str = ""
    language: str = ""
    speed: Speed = "normal"


class Frame(NamedTuple):
    """An answer to a request."""

    kind: bytes
    number: int
    body: bytes = b""

    def beat(self) -> Beat:
        """The beat of a BEAT frame."""
        return Beat(*_BEAT.unpack(self.body))

    def rate(self) -> int:
        """The rate of a BEGIN frame."""
        return int(_RATE.unpack(self.body)[0])


def write_frame(stream: BinaryIO, kind: bytes, number: int, body: bytes = b"") -> None:
    """Write a frame and push it out."""
    stream.write(_HEADER.pack(kind, number, len(body)) + body)
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame | None:
    """The next frame; None at the end of the stream, also in the middle of a frame."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    kind, number, length = _HEADER.unpack(header)
    body = stream.read(length)
    return Frame(kind, number, body) if len(body) == length else None


def beat_body(beat: Beat) -> bytes:
    """The body of a BEAT frame."""
    return _BEAT.pack(max(0, beat.ms), max(0, beat.at))


def rate_body(rate: int) -> bytes:
    """The body of a BEGIN frame."""
    return _RATE.pack(rate)


def encode_request(request: Request) -> bytes:
    """A request as a line."""
    return msgspec.json.encode(request) + b"\n"


def decode_request(line: bytes) -> Request:
    """The request of a line. Raises `msgspec.DecodeError`."""
    return msgspec.json.decode(line, type=Request)
