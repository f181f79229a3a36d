"""From what an operator names (a kind of feed and its addresses) to a source that can be pulled."""

import re
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from sync.source import Source, SourceError
from sync.sources.document import Documents, Reading, is_web
from sync.sources.geojson import GeoJson
from sync.sources.hsds import Hsds
from sync.sources.integreat import Integreat
from sync.sources.json_list import JsonList
from sync.sources.mapping import DEFAULT, Mapped, load, shipped_names

__all__ = ["KINDS", "name_for", "shipped_names", "source_for"]

_UNFIT = re.compile(r"[^\w.-]+")
_UNFIT_NAME = re.compile(r"[\s:]")
_GENERIC = {"index", "items", "data", "services"}


def source_for(kind: str, urls: Sequence[str], feed: str = "", mapping: str = "", language: str = "",  # noqa: PLR0913, PLR0917
               reading: Reading = Documents) -> Source:
    """The source of a kind of `KINDS`.

    `feed` is the name in front of the records' ids; without one it is the mapping's, else made of the address.
    `mapping` is the name of a shipped mapping or the path of one; `language` that of texts that do not say theirs;
    `reading` opens what each pull reads its documents with.
    Raises `SourceError` for what does not go together and for a mapping that cannot be used.
    """
    if _UNFIT_NAME.search(feed):
        raise SourceError(urls[0], f"{feed!r} is no name for a feed: it may hold no blank and no colon")
    return KINDS[kind](urls, feed, mapping, language, reading)


def name_for(url: str) -> str:
    """A name for a feed, made of its address: the last part of the path that says something, else the host."""
    if is_web(url):
        parts = urlsplit(url)
        words = [part for part in parts.path.split("/") if part and Path(part).stem not in _GENERIC]
        name = Path(words[-1]).stem if words else parts.netloc
    else:
        name = Path(url).resolve().stem
    return _UNFIT.sub("-", name.lower()).strip("-") or "feed"


def _integreat(urls: Sequence[str], feed: str, mapping: str, language: str, reading: Reading) -> Source:
    _only(urls, mapping)
    if len(urls) > 1 or language:
        raise SourceError(urls[-1], "an Integreat feed is one region, and knows its languages")
    return Integreat(urls[0], feed or name_for(urls[0]), reading)


def _hsds(urls: Sequence[str], feed: str, mapping: str, language: str, reading: Reading) -> Source:
    _only(urls, mapping)
    return Hsds(urls, feed or name_for(urls[0]), language or "en", reading)


def _geojson(urls: Sequence[str], feed: str, mapping: str, language: str, reading: Reading) -> Source:
    return GeoJson(urls, *_mapped(urls, feed, mapping, language), reading)


def _json(urls: Sequence[str], feed: str, mapping: str, language: str, reading: Reading) -> Source:
    return JsonList(urls, *_mapped(urls, feed, mapping, language), reading)


def _mapped(urls: Sequence[str], feed: str, mapping: str, language: str) -> tuple[Mapped, str]:
    if language:
        raise SourceError(urls[0], "the language of this feed belongs into its mapping")
    with closing(Documents()) as documents:
        mapped = load(mapping or DEFAULT, documents)
    return mapped, feed or (mapped.feed if mapping else name_for(urls[0]))


def _only(urls: Sequence[str], mapping: str) -> None:
    if mapping:
        raise SourceError(urls[0], "this kind of feed takes no mapping")


KINDS: dict[str, Callable[[Sequence[str], str, str, str, Reading], Source]] = {
    "integreat": _integreat, "hsds": _hsds, "geojson": _geojson, "json": _json}
"""The kinds of feeds there are, by the names operators use."""
