"""Rules: a pattern in the written text and what is said for it.

`say` is a template: `{1}` is the pattern's first group as written, `{1|day}` that group looked up in the
language's table `day` or turned by one of the ways below, `{to}` one of the language's words. A rule whose look-up
finds nothing ("45. Oktober") does not apply there.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from content.spoken.utterance import Stretch

_PLACEHOLDER = re.compile(r"\{(\w+)(?:\|(\w+))?\}")
_SIGNS = {".": "dot", "@": "at", "/": "slash", "-": "dash", "_": "underscore", "+": "plus"}
_SMALLEST_PHONE = 6


class Voicing(NamedTuple):
    """What a language brings to its rules: names of signs and small words, the ten digits, tables, units.

    A unit has one form, two (for 1 and the rest), or three (for 1, 2 and 5). `hour`, `clock` and `early` among
    the words are the forms of 8:00, 8:30 and 8:05.
    """

    words: Mapping[str, str]
    digits: Sequence[str]
    tables: Mapping[str, Mapping[str, str]]
    units: Mapping[str, Sequence[str]]


class Rule(NamedTuple):
    """A pattern and the template of what is said where it matches."""

    find: re.Pattern[str]
    say: str

    def stretches(self, text: str, voicing: Voicing) -> Iterator[Stretch]:
        """Where the rule applies in `text`, and what is said there."""
        for match in self.find.finditer(text):
            try:
                yield Stretch(*match.span(), fill(self.say, match, voicing))
            except LookupError:
                continue


def fill(template: str, match: re.Match[str], voicing: Voicing) -> str:
    """The template with the match's groups filled in. Raises `LookupError` where a table has no such entry."""
    def part(placeholder: re.Match[str]) -> str:
        name, way = placeholder.groups()
        written = (match[int(name)] or "") if name.isdigit() else voicing.words[name]
        return turned(written, way, voicing) if way and written else written
    return _PLACEHOLDER.sub(part, template)


def turned(written: str, way: str, voicing: Voicing) -> str:
    """A piece as it is said by one of the ways, or as a table of that name has it."""
    if way in _WAYS:
        return _WAYS[way](written, voicing)
    if way not in voicing.tables:
        return number(written, voicing)
    return voicing.tables[way][_key(written)]


def number(written: str, _voicing: Voicing) -> str:
    """A number without leading zeros; anything else as written."""
    return _key(written)


def digits(written: str, voicing: Voicing) -> str:
    """Each digit as a word of its own, all else left out."""
    return " ".join(voicing.digits[int(digit)] for digit in written if digit.isdecimal())


def phone(written: str, voicing: Voicing) -> str:
    """A telephone number digit by digit, with a pause between its groups; long groups are divided."""
    groups = re.findall(r"\d+", written)
    if sum(map(len, groups)) < _SMALLEST_PHONE:
        raise LookupError(written)
    pieces = [digits(piece, voicing) for group in groups for piece in _divided(group)]
    return f"{voicing.words['plus']} " * written.startswith("+") + ", ".join(pieces)


def address(written: str, voicing: Voicing) -> str:
    """A web or mail address: its words, and the names of the signs between them. One without any is none."""
    plain = re.sub(r"^https?://|/$", "", written)
    if not any(sign.isalnum() for sign in plain):
        raise LookupError(written)
    named = (f" {voicing.words[_SIGNS[sign]]} " if sign in _SIGNS else sign for sign in plain)
    return "".join(named).strip()


def clock(written: str, voicing: Voicing) -> str:
    """A time of day such as "08:30"; hours by the table `hour` where the language has one."""
    hour, minute = (int(part) for part in re.split(r"[:.]", written))
    if hour > 24 or minute > 59:
        raise LookupError(written)
    form = "hour" if minute == 0 else "early" if minute < 10 else "clock"
    said = turned(str(hour), "hour", voicing)
    return voicing.words[form].replace("<h>", said).replace("<m>", str(minute))


def unit(written: str, voicing: Voicing) -> str:
    """A number with its unit ("3 km"), the unit in full and in the number that goes with it."""
    match = re.fullmatch(r"(\d[\d.,\s]*?)\s?([^\d\s.,].*)", written)
    if match is None:
        raise LookupError(written)
    amount, sign = match.groups()
    forms = voicing.units[sign]
    return f"{amount} {forms[_form(amount, len(forms))]}"


_WAYS: dict[str, Callable[[str, Voicing], str]] = {
    "number": number, "digits": digits, "phone": phone, "address": address, "clock": clock, "unit": unit}


def _form(amount: str, forms: int) -> int:
    """Which of the forms goes with a number: one for all; for 1 and the rest; for 1, 2 and 5 as in Russian and
    Ukrainian (CLDR: one, few, many; Polish differs for 21, 31 …). Fractions take the second."""
    if forms == 1:
        return 0
    if forms == 2 or not amount.isdecimal():
        return int(amount != "1")
    last, teen = int(amount) % 10, int(amount) % 100 in range(11, 15)
    if last == 1 and not teen:
        return 0
    return 1 if last in (2, 3, 4) and not teen else 2


def _key(written: str) -> str:
    return str(int(written)) if written.isdecimal() else written


def _divided(group: str) -> list[str]:
    """A group of at most four digits whole, a longer one in twos, the first of three where the count is odd."""
    if len(group) <= 4:
        return [group]
    odd = len(group) % 2
    head = [group[:3]] if odd else []
    return head + [group[at:at + 2] for at in range(3 * odd, len(group), 2)]
