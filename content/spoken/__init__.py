"""How a text is said: the blocks' sentences in spoken words, each word with its place in the text as written."""

from content.spoken.page import page
from content.spoken.sentence import sentences
from content.spoken.utterance import Utterance, Word
from content.spoken.vocabulary import spoken_language

__all__ = ["Utterance", "Word", "page", "sentences", "spoken_language"]
