"""Blocks and notes as the screens show them, whatever record they are of."""

from collections.abc import Iterable
from datetime import datetime

from content.block import Block
from content.clock import wall
from content.reading import Reading
from content.record import Record
from ui.numbers import whole
from ui.wording import Row, Wording


def block_rows(blocks: Iterable[Block]) -> list[Row]:
    """The blocks for QML. A number to call that its own sentence already shows is not shown again."""
    shown: list[Row] = []
    sentence = ""
    for block in blocks:
        if block.kind != "link":
            sentence = block.text
        elif block.url.startswith("tel:") and block.text in sentence:
            continue
        shown.append({"kind": block.kind, "text": whole(block.text), "level": block.level, "number": block.number,
                      "url": block.url})
    return shown


def note(reading: Reading, wording: Wording) -> str:  # type: ignore[type-arg]
    """What a reader should know of the text's language: that it is another one, or that nobody reviewed it."""
    words = wording.words
    if reading.fallback and wording.language_note(reading.language):
        return words("This text is not yet available in your language. It is shown in: {language}",
                     language=wording.language(reading.language))
    if reading.text.reviewed is False:
        return words("This translation has not been checked by a native speaker.")
    return ""


def as_of(record: Record, confirmed: datetime | None, wording: Wording) -> str:
    """How old the facts are: when somebody last vouched for them, else when they were last changed, else when the
    feed last said them, or that nothing is new (`confirmed`)."""
    day = record.source.assured_date or record.last_modified or confirmed
    if day is None:
        return wording.words("As of: not known")
    said = wording.full_date(wall(day).date() if isinstance(day, datetime) else day)
    return wording.words("As of: {date}", date=said)
