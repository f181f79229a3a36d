"""Blocks: the one form in which every text is kept, shown, read aloud, printed and searched."""

from collections.abc import Iterable
from typing import Literal

import msgspec

BlockKind = Literal["heading", "paragraph", "item", "step", "image", "link"]


class Block(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A piece of text that is shown and spoken as one.

    `text` is plain text without markup (of an image: its description). `level` is 1 to 4 for a heading, and the
    depth from 1 for an item or step. `number` is the number of a step, from 1. `url` is where a link or image
    points: `https:`, `tel:`, `mailto:` or `geo:`; links are never opened, they become QR codes.
    """

    kind: BlockKind
    text: str = ""
    level: int = 0
    number: int = 0
    url: str = ""


def plain_text(blocks: Iterable[Block]) -> str:
    """The words of the blocks, one block a line."""
    return "\n".join([block.text for block in blocks if block.text])
