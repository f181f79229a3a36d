"""What of a text is read aloud, in the order in which a screen shows it."""

from content.block import Block
from content.record import GuideText, OfferText


def page(text: OfferText | GuideText) -> tuple[Block, ...]:
    """The title as a heading (block 0), an offer's summary where it has one, then all blocks of the text.

    A guide's summary is a copy of its first paragraph and is left out.
    """
    summary = text.summary if isinstance(text, OfferText) else ""
    opening = (Block("heading", text.title, level=1), *([Block("paragraph", summary)] if summary else []))
    return (*opening, *(block for section in text.sections() for block in section))
