"""What a search answers with."""

from collections.abc import Sequence
from typing import Literal, NamedTuple


class Hit(NamedTuple):
    """A record that was found: its id, the language in which the reader gets it (their own, if it has a text in that,
    else German, else the original), and whether it rests on a guessed spelling ("did you mean") instead of what was
    typed. `name`: how the feed names the text in that language, the id where it has no name of its own."""

    id: str
    language: str
    guessed: bool
    name: str


class Found(NamedTuple):
    """The answer to a query.

    `hits`: best first, one a record. `did_you_mean`: the query as it may have been meant, if something was guessed.
    Where little or nothing was found, `topics` are the ids of the nearest topics and `help_lines` those of help lines
    that are there for everything. `ms`: the milliseconds it took.
    """

    hits: list[Hit]
    did_you_mean: list[str]
    topics: list[str]
    ms: float
    help_lines: Sequence[str] = ()


class Suggestion(NamedTuple):
    """Something to complete the typed letters with: a topic (`id` is the topic's), an offer or guide (`id` is
    the record's) or a word of the index (no id). `text` is what to show, in `language`."""

    kind: Literal["topic", "record", "word"]
    text: str
    language: str
    id: str = ""
