"""Features in GeoJSON: files, and the answers of OGC API Features servers, read by a mapping."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit

from sync.source import Pull, SourceError
from sync.sources.document import Documents, Reading, is_web
from sync.sources.entries import offers_of
from sync.sources.field import Row
from sync.sources.geometry import point_of
from sync.sources.mapping import Mapped
from sync.sources.value import number, string, structure, structures

_FOLDED = ("*.geojson", "*.json")

Document = Mapping[str, Any]


class GeoJson:
    """The features at `urls`, together one feed: files, folders of files, or addresses.

    An address may be that of features, of a collection, of a list of collections or of a server's landing page.
    """

    kind = "geojson"

    def __init__(self, urls: Sequence[str], mapping: Mapped, feed: str, reading: Reading = Documents) -> None:
        self.urls = tuple(urls)
        self.url = self.urls[0]
        self.feed = feed
        self._mapping = mapping
        self._reading = reading

    def pull(self) -> Pull:
        """All features: `datetime` would filter by their own time, not that of their change. Raises `SourceError` if a
        document is missing on the way."""
        with closing(self._reading()) as documents:
            features = (feature for url in self.urls for feature in _features(url, documents))
            return offers_of(features, self._mapping, self.feed)


def _features(url: str, documents: Documents) -> Iterator[Row]:
    if not is_web(url) and Path(url).is_dir():
        for file in sorted(file for pattern in _FOLDED for file in Path(url).glob(pattern)):
            document = documents.json(str(file))
            if _is_features(document):
                yield from _rows(document, str(file))
    else:
        yield from _walk(url, documents)


def _walk(url: str, documents: Documents) -> Iterator[Row]:
    """From wherever the address leads to down to the features, each document once."""
    waiting, seen = [url], {url}
    while waiting:
        address = waiting.pop()
        document = documents.json(address)
        if _is_features(document):
            yield from _collection(document, address, documents)
            continue
        found = [target for target in _downwards(structure(document), address) if target not in seen]
        if not found and address == url:
            raise SourceError(address, "neither GeoJSON features nor a page that leads to them")
        seen.update(found)
        waiting += reversed(found)


def _downwards(document: Document, address: str) -> list[str]:
    """Addresses one step nearer to the features: landing page → collections → collection → items."""
    items = _link(document, ("items",), address)
    if items:
        return [items]
    if isinstance(document.get("collections"), list):
        collections = structures(document["collections"])
        return [target for collection in collections
                if (target := _link(collection, ("items", "collection", "self"), address))]
    data = _link(document, ("data", "http://www.opengis.net/def/rel/ogc/1.0/data"), address)
    return [data] if data else []


def _collection(document: Document, address: str, documents: Documents) -> Iterator[Row]:
    """The features of a collection, page by page as the server links them."""
    count, seen = 0, {address}
    while True:
        features = list(_rows(document, address))
        count += len(features)
        yield from features
        following = _link(document, ("next",), address)
        if not following:
            break
        if following in seen:
            raise SourceError(address, "the pages lead in a circle")
        seen.add(following)
        address, document = following, documents.json(following)
        if not _is_features(document):
            raise SourceError(address, "GeoJSON features were expected")
    matched = number(structure(document).get("numberMatched"))
    if matched is not None and count < matched:
        raise SourceError(address, f"only {count} of {matched:g} features, and no link to more")


def _rows(document: Document, address: str) -> Iterator[Row]:
    """The features' properties, and under names with @ what else a mapping may ask for."""
    about = {name: value for name, value in document.items() if name != "features"}
    file = PurePosixPath(urlsplit(address).path if is_web(address) else Path(address).as_posix()).stem
    for feature in document["features"]:
        known = structure(feature)
        latitude, longitude = point_of(known.get("geometry"))
        yield {**structure(known.get("properties")), "@id": string(known.get("id")), "@file": file, "@document": about,
               "@latitude": latitude, "@longitude": longitude}


def _is_features(document: Any) -> bool:
    return isinstance(document, Mapping) and isinstance(document.get("features"), list)


def _link(document: Document, relations: Sequence[str], address: str) -> str:
    """The address of the first of these relations, in JSON if there is a choice."""
    links = [link for relation in relations for link in structures(document.get("links"))
             if link.get("rel") == relation and string(link.get("href"))]
    usable = [link for link in links if _rank(link) < len(_RANKS)]
    best = min(usable, key=lambda link: (relations.index(link["rel"]), _rank(link)), default=None)
    return urljoin(address, string(best["href"])) if best else ""


_RANKS = ("geo+json", "json", "")


def _rank(link: Document) -> int:
    """How good the type of a link is: GeoJSON before JSON before none said; others are of no use."""
    kind = string(link.get("type")).lower()
    if not kind:
        return _RANKS.index("")
    return next((rank for rank, word in enumerate(_RANKS[:-1]) if word in kind), len(_RANKS))
