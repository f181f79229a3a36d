"""Suggestions: what the typed letters may become, in the visitor's language."""

import sqlite3
from collections.abc import Iterator, Sequence

from content.folding import fold, words
from content.lexicon import Lexicon
from content.lexicon.stopwords import stopwords
from content.search.answer import Found, Suggestion
from content.search.vocabulary import Vocabulary, Word
from content.topics import load_topics

_TOPICS = 2
_WORDS = 2
_SHORTEST = 2
_TRIED = 12


def suggestions(db: sqlite3.Connection, query: str, found: Found, vocabulary: Vocabulary,
                lexicon: Lexicon) -> list[Suggestion]:
    """A few topics, words that go on with the letters, and all that was found."""
    language = vocabulary.language
    return [*topics(query, language, lexicon)[:_TOPICS], *completions(query, vocabulary, lexicon)[:_WORDS],
            *_records(db, found)]


def topics(query: str, language: str, lexicon: Lexicon) -> list[Suggestion]:
    """Topics whose names hold all that was typed, then topics of the concepts whose words start so."""
    typed = words(query, language)
    if not typed:
        return []
    known = load_topics()
    named = [topic.id for topic in known if _holds(words(known.name(topic.id, language), language), typed)]
    meant = [id_ for _, id_ in lexicon.starting(typed[-1], language, _TRIED)] if len(typed[-1]) > _SHORTEST else []
    return [Suggestion("topic", known.name(id_, language), language, id_)
            for id_ in dict.fromkeys((*named, *meant)) if known.get(id_)]


def completions(query: str, vocabulary: Vocabulary, lexicon: Lexicon) -> list[Suggestion]:
    """The query with its last word gone on with: words of the index, those in most texts first, then of the lexicon."""
    language = vocabulary.language
    typed = words(query, language)
    if not typed or len(typed[-1]) < _SHORTEST or not query[-1:].isalnum() or typed[-1] in stopwords(language).stop:
        return []
    found = [word.shown for word in vocabulary.starting(typed[-1], _TRIED) if _presentable(word, vocabulary)]
    said = [shown for shown, _ in lexicon.starting(typed[-1], language, _TRIED)]
    head = query.rpartition(" ")[0]
    longer = {fold(shown, language): shown for shown in reversed((*found, *said))}
    longer.pop(typed[-1], None)
    return [Suggestion("word", f"{head} {shown}".strip(), language) for shown in reversed(longer.values())]


def _presentable(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word of the index is one to offer: in more than one text (addresses of the web are not), and of German
    ones only nouns."""
    return word.texts > 1 and (not vocabulary.compounding or word.shown[:1].isupper())


def _records(db: sqlite3.Connection, found: Found) -> Iterator[Suggestion]:
    for hit in found.hits:
        row = db.execute("SELECT title FROM text JOIN record ON record.key = record WHERE id = ? AND language = ?",
                         (hit.id, hit.language)).fetchone()
        yield Suggestion("record", row[0], hit.language, hit.id)


def _holds(name: Sequence[str], typed: Sequence[str]) -> bool:
    """Whether a name has all words that were typed, the last of them perhaps unfinished."""
    return all(word in name for word in typed[:-1]) and any(word.startswith(typed[-1]) for word in name)
