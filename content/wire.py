"""Records to and from JSON: what travels between feeds, hub, bundles and the local copy."""

import hashlib
import logging
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from content.markup import blocks_of, plain
from content.record import Guide, Offer, Record

log = logging.getLogger(__name__)

_DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
_ENCODER = msgspec.json.Encoder(order="sorted")
_TYPES: dict[str, type[Offer] | type[Guide]] = {"offer": Offer, "guide": Guide}
_READERS: dict[str, Callable[[str], Any]] = {
    "title": plain, "summary": plain, "description": blocks_of, "eligibility": blocks_of,
    "application_process": blocks_of, "fees": blocks_of, "required_documents": blocks_of, "blocks": blocks_of}


class InvalidRecord(ValueError):
    """A record that cannot be kept; the message names the field (`$.places[0].latitude`) and what is wrong."""


def decode(body: bytes) -> Record:
    """The record kept as `body` by `encode`; fields a newer version added are passed over."""
    return _DECODER.decode(body)


def encode(record: Record) -> bytes:
    """The record as UTF-8 JSON with sorted keys: equal records give equal bytes."""
    return _ENCODER.encode(record)


def digest_of(body: bytes) -> bytes:
    """The digest by which a body is known to be the same."""
    return hashlib.blake2b(body, digest_size=16).digest()


def readable(name: object, body: bytes) -> Record | None:
    """The record kept as `body`; None where it cannot be read any more: the log then says why, and calls it `name`."""
    try:
        return decode(body)
    except ValueError as error:
        log.warning("record %s of the copy cannot be read: %s", name, error)
        return None


def read(raw: Mapping[str, Any]) -> tuple[Record, bytes]:
    """Check a record that came from outside.

    Returns the record and its body: the same in canonical form together with all unknown fields of `raw`
    (a newer version's), which are kept though not understood. Long texts may be given as strings of plain
    text or HTML instead of blocks; titles and summaries lose markup. Raises `InvalidRecord` and nothing else.
    """
    return _checked(raw, _merged)


def read_canonical(body: bytes) -> tuple[Record, bytes]:
    """As `read`, of a record that is in canonical form already: quick where all of it is understood."""
    try:
        record = decode(body)
        if _ENCODER.encode(record) == body and _plain(record):
            _check(record)
            return record, body
    except (msgspec.DecodeError, RecursionError):
        pass  # what is wrong with it, or what can still be made of it, `read` says
    raw = msgspec.json.decode(body)
    if not isinstance(raw, Mapping):
        raise InvalidRecord(f"$: expected a record, got {type(raw).__name__}")
    return read(raw)


def made(raw: Mapping[str, Any]) -> tuple[Record, bytes]:
    """Check a record that was made here from a feed's own form: as `read`, but fields not known here are dropped."""
    return _checked(raw, lambda _, record: record)


def _checked(raw: Mapping[str, Any], kept: Callable[[Any, Any], Any]) -> tuple[Record, bytes]:
    kind = _TYPES.get(str(raw.get("type")))
    if kind is None:
        raise InvalidRecord(f"$.type: expected one of {sorted(_TYPES)}, got {raw.get('type')!r}")
    prepared = {**raw, "texts": _texts(raw.get("texts"))}
    try:
        record: Record = msgspec.convert(prepared, kind, strict=False)
        _check(record)
        return record, _ENCODER.encode(kept(prepared, record))
    except InvalidRecord:
        raise
    except (ValueError, TypeError) as error:  # of msgspec: wrong fields, half surrogates, keys that are no text
        raise InvalidRecord(str(error)) from error
    except RecursionError as error:
        raise InvalidRecord("nested too deeply") from error


def _texts(texts: Any) -> Any:
    """The texts with every long string turned into blocks."""
    if not isinstance(texts, Mapping):
        return texts
    return {language: _text(text) for language, text in texts.items()}


def _text(text: Any) -> Any:
    if not isinstance(text, Mapping):
        return text
    return {name: _READERS[name](value) if name in _READERS and isinstance(value, str) else value
            for name, value in text.items()}


def _check(record: Record) -> None:
    """What the types alone cannot say."""
    if not record.texts:
        raise InvalidRecord("$.texts: no text in any language")
    if record.original_language not in record.texts:
        raise InvalidRecord(f"$.original_language: no text in {record.original_language!r}")
    if not record.id.startswith(f"{record.source.feed}:"):
        raise InvalidRecord(f"$.id: {record.id!r} is not of the feed {record.source.feed!r}")


def _plain(record: Record) -> bool:
    """Whether titles and summaries are without markup, as `read` makes them."""
    return all(plain(words) == words for text in record.texts.values() for words in (text.title, text.summary))


def _merged(raw: Any, value: Any) -> Any:
    """`value` as plain data, together with the fields of `raw` that its types do not know."""
    if isinstance(value, msgspec.Struct) and isinstance(raw, Mapping):
        known = {*value.__struct_fields__, value.__struct_config__.tag_field}
        clean = msgspec.to_builtins(value)
        fields = {name: _merged(raw.get(name), getattr(value, name)) for name in value.__struct_fields__
                  if name in clean}
        return {**{key: kept for key, kept in raw.items() if key not in known}, **clean, **fields}
    if isinstance(value, dict) and isinstance(raw, Mapping):
        return {key: _merged(raw.get(key), item) for key, item in value.items()}
    if isinstance(value, tuple) and isinstance(raw, list | tuple) and len(raw) == len(value):
        return [_merged(*pair) for pair in zip(raw, value, strict=True)]
    return value
