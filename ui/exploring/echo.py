"""What is said while somebody types."""

from ui.catalogue import Catalogue
from ui.exploring.sign import called
from ui.voice import Phrase


def echo(before: str, after: str, words: Catalogue) -> list[Phrase]:
    """What changed in a field: the character that came, or the word it ends; what went; else all there is now. That is
    private; that something changed is not."""
    if len(after) == len(before) + 1 and after.startswith(before):
        return _private(_last_word(after) if after[-1].isspace() else after[-1], words("typed"), words)
    if before.startswith(after) and before != after:
        return _private(before.removeprefix(after), words("deleted"), words)
    return _private(after, words("typed") if after else words("empty"), words)


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1] if text.split() else " "


def _private(typed: str, what: str, words: Catalogue) -> list[Phrase]:
    said = called(typed, words)._replace(private=True)
    return [phrase for phrase in (said, Phrase(what, words.language)) if phrase.text]
