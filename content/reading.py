"""Which of a record's texts a visitor gets to read."""

from typing import Generic, NamedTuple, TypeVar

from content import language as languages
from content.language import canonical, fallbacks
from content.record import Guide, GuideText, Offer, OfferText

TextT = TypeVar("TextT", OfferText, GuideText)


class Reading(NamedTuple, Generic[TextT]):
    """A text and the language it really is in; `asked` is the language the visitor reads."""

    asked: str
    language: str
    text: TextT

    @property
    def fallback(self) -> bool:
        """Whether the visitor gets another language than the one asked for."""
        return self.language != self.asked

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl": that of the language the text really is in."""
        return languages.direction(self.language)


def offer_in(offer: Offer, language: str) -> Reading[OfferText]:
    """The offer's text for a reader of `language`: that language, else German, else the original."""
    found = _choice(offer.texts, language, offer.original_language)
    return Reading(canonical(language), found, offer.texts[found])


def guide_in(guide: Guide, language: str) -> Reading[GuideText]:
    """The guide's text for a reader of `language`: that language, else German, else the original.

    A text that is only a title, as a page has whose translation nobody wrote yet, stands behind one with blocks.
    """
    written = {code: text for code, text in guide.texts.items() if text.blocks}
    found = _choice(written or guide.texts, language, guide.original_language)
    return Reading(canonical(language), found, guide.texts[found])


def _choice(texts: dict[str, OfferText] | dict[str, GuideText], language: str, original: str) -> str:
    chain = (*fallbacks(canonical(language), original), *texts)
    found: str = next(code for code in chain if code in texts)
    return found
