"""Words people use for topics and things, per language: what lets a search cross languages."""


class Lexicon:
    """The concepts a search knows."""
