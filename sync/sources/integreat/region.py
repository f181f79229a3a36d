"""Where a region's answers lie: on a server, or in a folder that holds copies of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, urlsplit

from content.language import GERMAN
from sync.source import NotFound, SourceError
from sync.sources.document import Documents, is_web
from sync.sources.value import string, structure, structures

KINDS = ("pages", "locations", "events")


class Region(Protocol):
    """Gives a region's entries language by language."""

    def languages(self) -> list[str]:
        """The languages as the feed names them, the region's own first."""
        ...

    def entries(self, language: str, kind: str) -> list[Mapping[str, Any]]:
        """All entries of a kind in a language."""
        ...


def region_at(address: str, documents: Documents) -> Region:
    """The region at `http(s)://HOST/REGION` or in the folder at that path."""
    return Server(address, documents) if is_web(address) else Folder(Path(address), documents)


class Server:
    """A region on a CMS."""

    def __init__(self, address: str, documents: Documents) -> None:
        parts = urlsplit(address)
        names = parts.path.removeprefix("/api/v3").split("/")
        self._region = next(filter(None, names), "")
        if not self._region:
            raise SourceError(address, "the name of the region is missing (https://HOST/REGION)")
        self._api = f"{parts.scheme}://{parts.netloc}/api/v3"
        self._documents = documents

    def languages(self) -> list[str]:
        """The languages of the region's list, in its order; those it does not list are not for the public."""
        address = f"{self._api}/regions/{quote(self._region, safe='%')}/"
        region = structure(self._documents.json(address))
        codes = [string(language.get("code")) for language in structures(region.get("languages"))]
        if not any(codes):
            raise SourceError(address, "a region with languages was expected")
        return [code for code in dict.fromkeys(codes) if code]

    def entries(self, language: str, kind: str) -> list[Mapping[str, Any]]:
        """All entries of a kind; a language that is gone meanwhile is an error, not an empty language."""
        address = f"{self._api}/{quote(self._region, safe='%')}/{quote(language, safe='')}/{kind}/"
        return _entries(address, self._documents.json(address))


class Folder:
    """A region's answers as files: `LANGUAGE/pages.json`, `locations.json`, `events.json`, each if there is one."""

    def __init__(self, path: Path, documents: Documents) -> None:
        if not path.is_dir():
            raise NotFound(str(path), "no such folder")
        self._path = path
        self._documents = documents

    def languages(self) -> list[str]:
        """The folders with answers in them: German first, the others by name."""
        found = sorted(file.parent.name for kind in KINDS for file in self._path.glob(f"*/{kind}.json"))
        if not found:
            raise SourceError(str(self._path), "no LANGUAGE/pages.json, locations.json or events.json in it")
        return sorted(dict.fromkeys(found), key=lambda code: code != GERMAN)

    def entries(self, language: str, kind: str) -> list[Mapping[str, Any]]:
        """All entries of a kind, none if the file is not there."""
        file = self._path / language / f"{kind}.json"
        return _entries(str(file), self._documents.json(str(file))) if file.exists() else []


def _entries(address: str, answer: Any) -> list[Mapping[str, Any]]:
    if not isinstance(answer, list):
        raise SourceError(address, "a list of entries was expected")
    return list(structures(answer))
