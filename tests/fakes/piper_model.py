"""A very small Piper voice: an ONNX model that turns every phoneme into 256 samples of a tone of its own.

Written by hand in the wire format of Protocol Buffers (fields of `onnx.proto`), so that no package is needed for it.
"""

import json
import struct
from pathlib import Path

RATE, SAMPLES = 16000, 256
_FLOAT, _INT64 = 1, 7
_LETTERS = "_^$ abcdefghijklmnopqrstuvwxyzäöüß.,!?"


def write_voice(folder: Path, name: str, family: str) -> Path:
    """The model `name`.onnx and its description in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{name}.onnx"
    model.write_bytes(_model())
    described = {"audio": {"sample_rate": RATE}, "espeak": {"voice": family}, "language": {"family": family},
                 "phoneme_type": "text", "num_symbols": len(_LETTERS), "num_speakers": 1, "inference": {},
                 "phoneme_id_map": {letter: [number] for number, letter in enumerate(_LETTERS)}}
    Path(f"{model}.json").write_text(json.dumps(described), encoding="utf-8")
    return model


def _model() -> bytes:
    """sin(id · t) for 256 values of t an id, one id after the other."""
    times = _tensor("times", _FLOAT, (1, 1, SAMPLES), [number / 20 for number in range(SAMPLES)])
    graph = b"".join((
        _node("Cast", ["input"], ["ids"], _attribute("to", _FLOAT)),
        _node("Unsqueeze", ["ids", "axis"], ["column"]),
        _node("Mul", ["column", "times"], ["angles"]),
        _node("Sin", ["angles"], ["waves"]),
        _node("Reshape", ["waves", "shape"], ["output"]),
        _text(2, "tones"),
        _field(5, times),
        _field(5, _tensor("axis", _INT64, (1,), [2])),
        _field(5, _tensor("shape", _INT64, (3,), [1, 1, -1])),
        *(_field(11, _value(name, kind, rank)) for name, kind, rank in (
            ("input", _INT64, 2), ("input_lengths", _INT64, 1), ("scales", _FLOAT, 1))),
        _field(12, _value("output", _FLOAT, 3))))
    return _number(1, 8) + _field(7, graph) + _field(8, _text(1, "") + _number(2, 15))


def _node(kind: str, inputs: list[str], outputs: list[str], attribute: bytes = b"") -> bytes:
    names = b"".join([_text(1, name) for name in inputs] + [_text(2, name) for name in outputs])
    return _field(1, names + _text(4, kind) + (_field(5, attribute) if attribute else b""))


def _attribute(name: str, value: int) -> bytes:
    return _text(1, name) + _number(3, value) + _number(20, 2)


def _tensor(name: str, kind: int, shape: tuple[int, ...], values: list[float]) -> bytes:
    raw = struct.pack(f"<{len(values)}{'f' if kind == _FLOAT else 'q'}", *values)
    return b"".join(_number(1, size) for size in shape) + _number(2, kind) + _text(8, name) + _field(9, raw)


def _value(name: str, kind: int, rank: int) -> bytes:
    shape = b"".join(_field(1, _text(2, f"{name}{axis}")) for axis in range(rank))
    return _text(1, name) + _field(2, _field(1, _number(1, kind) + _field(2, shape)))


def _text(field: int, text: str) -> bytes:
    return _field(field, text.encode())


def _field(field: int, body: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(body)) + body


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
