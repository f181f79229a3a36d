"""Which language a visitor gets to read, and that it is said honestly."""

from collections.abc import Mapping

import pytest

from content.block import Block
from content.reading import guide_in, offer_in
from content.record import Guide, GuideText, Offer, OfferText, Source

TEXT = (Block("paragraph", "Text"),)


def offer(*codes: str, original: str = "de") -> Offer:
    return Offer(id="f:a", kind="service", source=Source(feed="f"), original_language=original,
                 texts={code: OfferText(title=f"in {code}") for code in codes})


def guide(texts: Mapping[str, bool], original: str = "de") -> Guide:
    """A guide in these languages; those with True have more than a title."""
    return Guide(id="f:g", source=Source(feed="f"), original_language=original,
                 texts={code: GuideText(title=f"in {code}", blocks=TEXT if full else ())
                        for code, full in texts.items()})


@pytest.mark.parametrize(("has", "original", "asked", "gets"), [
    (("de", "tr"), "de", "tr", "tr"),
    (("de", "tr"), "de", "en", "de"),
    (("de", "tr"), "tr", "en", "de"),
    (("ar", "tr"), "tr", "en", "tr"),
    (("de-simple", "de", "en"), "de", "de-simple", "de-simple"),
    (("de", "en"), "en", "de-simple", "de"),
    (("en", "tr"), "en", "de-simple", "en"),
    (("de-simple", "de"), "de", "de", "de"),
    (("de-simple", "en"), "de-simple", "de", "de-simple"),
    (("ar", "en"), "en", "de", "en"),
    (("de", "ku"), "ku", "ku", "ku"),
    (("de", "tr"), "de", "no-such", "de"),
    (("ku", "ar"), "ar", "no-such", "ar"),
])
def test_the_language_asked_for_else_german_else_the_original(
        has: tuple[str, ...], original: str, asked: str, gets: str) -> None:
    reading = offer_in(offer(*has, original=original), asked)
    assert (reading.language, reading.text.title) == (gets, f"in {gets}")
    assert reading.fallback == (gets != asked)


def test_a_record_without_its_original_is_read_all_the_same() -> None:
    assert offer_in(offer("ro", original="pl"), "tr").language == "ro"


def test_the_language_may_be_called_by_another_name() -> None:
    reading = offer_in(offer("de", "de-simple", "fa"), "de-si")
    assert (reading.asked, reading.language, reading.fallback) == ("de-simple", "de-simple", False)
    assert offer_in(offer("de", "fa"), "pes").language == "fa"


def test_the_direction_is_that_of_the_text() -> None:
    assert offer_in(offer("de"), "ar").direction == "ltr"
    assert offer_in(offer("de", "ar"), "ar").direction == "rtl"


@pytest.mark.parametrize(("texts", "asked", "gets"), [
    ({"de": True, "tr": True}, "tr", "tr"),
    ({"de": True, "tr": False}, "tr", "de"),
    ({"de": False, "en": True, "tr": False}, "tr", "en"),
    ({"de": False, "tr": False}, "tr", "tr"),
])
def test_a_guide_that_is_only_a_title_stands_behind_one_with_text(
        texts: Mapping[str, bool], asked: str, gets: str) -> None:
    reading = guide_in(guide(texts), asked)
    assert (reading.language, reading.fallback) == (gets, gets != asked)
