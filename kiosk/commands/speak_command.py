"""`kiosk speak`: read a record aloud into a file."""

import queue
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import msgspec

from content.block import Block
from content.language import GERMAN, canonical
from content.reading import guide_in, offer_in
from content.record import Offer
from content.spoken import page
from kiosk.cli import data_option, local_copy
from kiosk.speech.event import Began, Done, Event, Failed, Heard, Marked, NoVoice
from kiosk.speech.passage import passage
from kiosk.speech.process import serve as serve_requests
from kiosk.speech.speaker import speaker
from kiosk.speech.voices import FOLDER
from ui.voice import Speed


class Mark(msgspec.Struct):
    """A line of the file of marks: from `ms` after the start of the file of sound, `word` is spoken. It is the
    `length` characters from `start` on of the text of a block; block 0 is the title, then as `content.spoken.page`."""

    ms: int
    block: int
    start: int
    length: int
    word: str


@click.command("speak")
@click.argument("record_id", metavar="ID", default="")
@click.option("--lang", default=GERMAN, show_default=True, help="Language of the reader.")
@click.option("--wav", type=click.Path(path_type=Path, dir_okay=False), help="File for the sound.")
@click.option("--marks", type=click.Path(path_type=Path, dir_okay=False),
              help="File for the time and place of every word, an object a line.")
@click.option("--speed", type=click.Choice(get_args(Speed)), default="normal", show_default=True)
@click.option("--serve", type=click.Path(path_type=Path), hidden=True)
@data_option
def command(record_id: str, lang: str, wav: Path | None, marks: Path | None,  # noqa: PLR0913, PLR0917
            speed: Speed, serve: Path | None, data: Path) -> None:
    """Read the record ID aloud as a visitor hears it, each text in the language it really is in."""
    if serve is not None:
        serve_requests(serve)
        return
    if not record_id or wav is None:
        raise click.UsageError("give an ID and --wav FILE")
    blocks, language = _text(data, record_id, canonical(lang))
    spoken = _record(wav, blocks, _spoken(blocks, language, speed, data))
    if marks is not None:
        marks.write_bytes(b"".join(msgspec.json.encode(mark) + b"\n" for mark in spoken))


def _text(data: Path, record_id: str, language: str) -> tuple[tuple[Block, ...], str]:
    """What a visitor gets to hear of the record, and its language."""
    with local_copy(data) as store:
        record = store.get(record_id)
    if record is None:
        raise click.ClickException(f"there is no record {record_id}")
    if isinstance(record, Offer):
        offer = offer_in(record, language)
        return page(offer.text), offer.language
    guide = guide_in(record, language)
    return page(guide.text), guide.language


def _spoken(blocks: tuple[Block, ...], language: str, speed: Speed, data: Path) -> Iterator[Event]:
    """All events of the blocks' speech. Raises `click.ClickException` where nobody speaks the language."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    voice = speaker(events.put, data / FOLDER)
    try:
        voice.speak(passage(blocks, language), speed)
        while not isinstance(event := events.get(), Done):
            if isinstance(event, NoVoice):
                raise click.ClickException(f"no voice speaks {event.language}")
            if isinstance(event, Failed):
                raise click.ClickException(event.reason)
            if isinstance(event, Began):
                voice.begun(event.line)
            yield event
    finally:
        voice.close()


def _record(wav: Path, blocks: tuple[Block, ...], events: Iterator[Event]) -> list[Mark]:
    """Write the sound; the marks in it."""
    marks: list[Mark] = []
    block = before = 0
    with wave.open(str(wav), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        for event in events:
            if isinstance(event, Began):
                if not marks:
                    sound.setframerate(event.rate)
                block, before = event.what.block, sound.getnframes() * 1000 // event.rate
            elif isinstance(event, Heard):
                sound.writeframes(event.pcm)
            elif isinstance(event, Marked):
                word = blocks[block].text[event.start:event.start + event.length]
                marks.append(Mark(before + event.ms, block, event.start, event.length, word))
    return marks
