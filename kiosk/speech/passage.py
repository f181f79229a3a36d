"""A text as lines to be spoken: sentence by sentence, each with its block."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from content.block import Block
from content.spoken import Utterance, sentences, spoken_language


class Line(NamedTuple):
    """A sentence to be spoken, the index of its block, and the spoken language (`de` for `de-simple`)."""

    block: int
    utterance: Utterance
    language: str


def passage(blocks: Iterable[Block], language: str, start: int = 0) -> Iterator[Line]:
    """The sentences of the blocks from the block `start` on, made one by one, so that long texts begin as fast as
    short ones. Blocks with nothing to say have none."""
    spoken = spoken_language(language)
    for index, block in enumerate(blocks):
        if index >= start:
            yield from (Line(index, utterance, spoken) for utterance in sentences(block, language))
