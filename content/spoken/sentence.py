"""Blocks cut into sentences, and each sentence put into spoken words."""

import re
from collections.abc import Iterable, Iterator

from content.block import Block
from content.spoken.utterance import Stretch, Utterance, align
from content.spoken.vocabulary import Vocabulary, spoken_language, vocabulary

_END = re.compile(r"[.!?…؟۔]+[\"'»«“”’)\]]*(?=\s+(\S))")
_NUMBER_OF_A_LIST = re.compile(r"\s*\d{1,2}\.?")
_INITIAL = re.compile(r"(?<!\w)\w$")
_MARKED = {"step": "step", "image": "image"}

# Signs that are said like others, one for one, so that every place stays: digits of Arabic and Farsi, the many
# blanks and hyphens, the minus.
_ALIKE = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u00a0\u202f\u2009\u2007\n\t\u2011\u2212",
                       "01234567890123456789      --")


def sentences(block: Block, language: str) -> list[Utterance]:
    """The sentences of a block as they are said in `language` (any code; `de-simple` is said as German).

    Numbers, times, dates, prices, telephone numbers, addresses and abbreviations become words; the place of each
    word in `block.text` is kept. Nothing written is left out but punctuation. A step begins with its number, a
    picture with the word for it, both at the place of the first word.
    """
    spoken = vocabulary(spoken_language(language))
    text = block.text.translate(_ALIKE)
    taken = _taken(text, spoken)
    found = [align(text, list(_stretches(start, end, taken))) for start, end in _bounds(text, taken)]
    utterances = [utterance for utterance in found if utterance.words]
    return _announced(block, utterances, spoken)


def _taken(text: str, spoken: Vocabulary) -> list[Stretch]:
    """What the rules say otherwise, in order of place; a rule takes only what no earlier one took."""
    owned = bytearray(len(text))
    taken: list[Stretch] = []
    for rule in spoken.rules:
        for stretch in rule.stretches(text, spoken.voicing):
            if stretch.start < stretch.end and not any(owned[stretch.start:stretch.end]):
                owned[stretch.start:stretch.end] = b"\1" * (stretch.end - stretch.start)
                taken.append(stretch)
    return sorted(taken)


def _bounds(text: str, taken: Iterable[Stretch]) -> Iterator[tuple[int, int]]:
    inside = {place: stretch for stretch in taken for place in range(stretch.start, stretch.end)}
    start = len(text) - len(text.lstrip())
    for end in _END.finditer(text):
        if _ends(text, end, inside.get(end.start())):
            yield start, end.end()
            start = end.start(1)
    yield start, len(text)


def _ends(text: str, end: re.Match[str], taken: Stretch | None) -> bool:
    """Whether a full stop ends the sentence: not within an abbreviation or date, not after an initial or the
    number of a list, not before a small letter."""
    if taken is not None:
        return bool(taken.said and taken.said.endswith(".") and taken.end == end.start() + 1)
    before = text[:end.start()]
    if end[0] == "." and (_INITIAL.search(before) or _NUMBER_OF_A_LIST.fullmatch(before)):
        return before[-1:].isdecimal() and not _NUMBER_OF_A_LIST.fullmatch(before)
    return not end[1].islower()


def _stretches(start: int, end: int, taken: Iterable[Stretch]) -> Iterator[Stretch]:
    """The sentence from `start` to `end` as stretches without gaps."""
    at = start
    for stretch in taken:
        if start <= stretch.start and stretch.end <= end:
            if at < stretch.start:
                yield Stretch(at, stretch.start)
            yield stretch
            at = stretch.end
    if at < end or at == start:
        yield Stretch(at, end)


def _announced(block: Block, utterances: list[Utterance], spoken: Vocabulary) -> list[Utterance]:
    """The utterances, the first one announced where the block is a step or a picture."""
    word = spoken.voicing.words.get(_MARKED.get(block.kind, ""), "")
    if not utterances or not word:
        return utterances
    announced = f"{word} {block.number}: " if block.kind == "step" else f"{word}: "
    return [_preceded(utterances[0], announced), *utterances[1:]]


def _preceded(utterance: Utterance, announced: str) -> Utterance:
    place = utterance.words[0]
    shift = len(announced)
    opening = [place._replace(at=run.start(), size=len(run[0])) for run in re.finditer(r"\w+", announced)]
    rest = [word._replace(at=word.at + shift) for word in utterance.words]
    return utterance._replace(text=announced + utterance.text, words=(*opening, *rest))
