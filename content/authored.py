"""Guides and offers written by hand in this project: folders of Markdown, and TOML in the wire form.

Read only where the built-in content has changed; `content.builtin` says when.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from content.language import GERMAN
from content.markdown import UnreadableMarkdown, read_markdown
from content.record import Guide, GuideText, Offer, Record

_Kept = TypeVar("_Kept", Guide, Offer)


class Unreadable(ValueError):
    """An authored file or record that cannot be used; the message names it and what is wrong."""


def read_folder(folder: Path, feed: str, reject: Callable[[Unreadable], None]) -> Iterator[Record]:
    """Every guide (a folder with a `guide.toml`) and offer (in a `*.toml`) in `folder`, by file name.

    What cannot be used is told to `reject`, and the rest goes on.
    """
    for about in sorted(folder.glob("*/guide.toml")):
        try:
            yield read_guide(about.parent, feed)
        except Unreadable as error:
            reject(error)
    for file in sorted(folder.glob("*.toml")):
        yield from _read_offers(file, feed, reject)


def read_guide(folder: Path, feed: str) -> Guide:
    """The guide in `folder`: `guide.toml` and one Markdown file a language. Its key is the folder's name.

    `guide.toml` holds `order`, `topic`, `lesson`, `original`, `as_of`, `reviewed` (the translations a native
    speaker has read) and `[[source]]` tables, of which the first `url` is kept. Raises `Unreadable`.
    """
    about = _table(folder / "guide.toml")
    original = about.get("original", GERMAN)
    vouched = {original, *about.get("reviewed", ())}
    url = next((source["url"] for source in about.get("source", ()) if source.get("url")), "")
    return _converted(Guide, f"{folder.name}/guide.toml", {
        "id": f"{feed}:{folder.name}", "source": {"feed": feed, "url": url, "assured_date": about.get("as_of")},
        "original_language": original, "order": about.get("order", 0), "topic": about.get("topic", ""),
        "steps": about.get("lesson", False),
        "texts": {path.stem: msgspec.structs.replace(_guide_text(path), reviewed=path.stem in vouched)
                  for path in sorted(folder.glob("*.md"))}})


def read_offer(table: Mapping[str, Any], feed: str, name: str) -> Offer:
    """The offer of one `[[offer]]` table: the wire form, with an `id` that lacks the feed.

    `source.feed` and the `reviewed` of each text are filled in from the table's own `reviewed`, the list of
    translations a native speaker has read. `name` is what an error calls it. Raises `Unreadable`.
    """
    vouched = {table.get("original_language", GERMAN), *table.get("reviewed", ())}
    texts = {language: {**text, "reviewed": language in vouched}
             for language, text in table.get("texts", {}).items()}
    return _converted(Offer, name, {**table, "id": f"{feed}:{table.get('id', '')}", "texts": texts,
                                    "source": {**table.get("source", {}), "feed": feed}})


def _read_offers(file: Path, feed: str, reject: Callable[[Unreadable], None]) -> Iterator[Offer]:
    try:
        tables = _table(file).get("offer", [])
    except Unreadable as error:
        reject(error)
        return
    for number, table in enumerate(tables, 1):
        try:
            yield read_offer(table, feed, f"{file.name}, offer {table.get('id', number)}")
        except Unreadable as error:
            reject(error)


def _guide_text(path: Path) -> GuideText:
    name = f"{path.parent.name}/{path.name}"
    try:
        return read_markdown(path.read_text(encoding="utf-8"))
    except (UnreadableMarkdown, UnicodeDecodeError) as error:
        raise Unreadable(f"{name}: {error}") from error


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path.name}: {error}") from error


def _converted(kind: type[_Kept], name: str, raw: dict[str, Any]) -> _Kept:
    try:
        record = msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise Unreadable(f"{name}: {error}") from error
    if record.original_language not in record.texts:
        raise Unreadable(f"{name}: no text in {record.original_language!r}, its original language")
    return record
