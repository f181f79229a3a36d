"""What is photographed: every screen, with the content of the copy that shows most of what the screen can show."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from content import wire
from content.language import GERMAN, LANGUAGES
from content.library import Library
from content.record import Guide, Offer, Record, feed_of
from ui.report import StickState

OWN = "help"
UNFINDABLE = "qxwvzk"
READ = 3


class Scene(NamedTuple):
    """A screen with something on it. `typed` are words in the search field, by language; `filtered` a list with a
    filter on; `warned` the question whether anybody is still there; `heard` is which of its parts is being read aloud,
    -1 for none; `unlocked` what the PIN opens; `stick` how a stick that is plugged in fares; `explored` a screen
    that is explored by touch."""

    name: str
    screen: str
    target: str = ""
    typed: Mapping[str, str] = {}
    filtered: bool = False
    warned: bool = False
    heard: int = -1
    unlocked: bool = False
    stick: StickState = ""
    explored: bool = False


NAMES = ("start", "home", "topic", "results", "filtered", "asking", "search", "nothing", "offer", "place", "event",
         "helpline", "guide", "reading", "lesson", "tree", "feedback", "emergency", "about", "pin", "keeper",
         "languages", "stick", "exploring", "idle")

# The screens that need nothing particular
_FIXED = (*(Scene(screen, screen) for screen in ("start", "home", "emergency", "about", "languages")),
          Scene("exploring", "home", explored=True), Scene("idle", "home", warned=True),
          Scene("stick", "home", stick="done"), Scene("pin", "keeper"), Scene("keeper", "keeper", unlocked=True),
          Scene("nothing", "results", typed={language.code: UNFINDABLE for language in LANGUAGES}))


def scenes(library: Library) -> list[Scene]:
    """All scenes the copy has content for, in the order of `NAMES`."""
    records = [wire.decode(body) for body in library.store.export()]
    found = [*_FIXED, *_lists(library), *_offers(records), *_guides(records)]
    return sorted(found, key=lambda scene: NAMES.index(scene.name))


def _lists(library: Library) -> Iterator[Scene]:
    """A topic with offers and guides; the longest list; a search for what people call that topic."""
    counts, topics = library.browse.offer_counts(), library.topics
    roots = [topic.id for topic in topics.roots]
    longest = max(roots, key=lambda topic: counts.get(topic, 0))
    richest = max(roots, key=lambda topic: (bool(library.browse.guides(topic, GERMAN)), counts.get(topic, 0)))
    yield Scene("topic", "topic", richest)
    yield Scene("results", "results", f"topic:{longest}")
    yield Scene("filtered", "results", f"topic:{longest}", filtered=True)
    yield Scene("asking", "results")
    yield Scene("search", "results",
                typed={language.code: topics.name(longest, language.code) for language in LANGUAGES})


def _offers(records: Iterable[Record]) -> Iterator[Scene]:
    """Of each kind of offer the one about which most is known."""
    offers = [record for record in records if isinstance(record, Offer)]
    for name, kind in (("offer", "service"), ("place", "place"), ("event", "event"), ("helpline", "helpline")):
        best = max((offer for offer in offers if offer.kind == kind), key=_known, default=None)
        if best:
            yield Scene(name, "offer", best.id)


def _guides(records: Iterable[Record]) -> Iterator[Scene]:
    """The longest guide of our own, the longest lesson, and the guide with most guides below it."""
    guides = [record for record in records if isinstance(record, Guide)]
    own = [guide for guide in guides if feed_of(guide.id) == OWN]
    below = Counter(guide.parent for guide in guides)
    for name, steps in (("guide", False), ("lesson", True)):
        longest = max((guide for guide in own if guide.steps == steps), key=_length, default=None)
        if longest:
            yield Scene(name, "guide", longest.id)
            if not steps:
                yield Scene("feedback", "feedback", longest.id)
        if longest and not steps:
            yield Scene("reading", "guide", longest.id, heard=READ)
    fullest = max(guides, key=lambda guide: below[guide.id], default=None)
    if fullest and below[fullest.id]:
        yield Scene("tree", "guide", fullest.id)


def _known(offer: Offer) -> tuple[int, int]:
    """How many fields of the offer and its text are filled, and how long the text is."""
    text = offer.texts[offer.original_language]
    filled = [value for part in (offer, text) for value in msgspec.structs.astuple(part)
              if value not in ((), "", None, "unknown")]
    return len(filled), sum(len(section) for section in text.sections())


def _length(guide: Guide) -> int:
    return len(guide.texts[guide.original_language].blocks)
