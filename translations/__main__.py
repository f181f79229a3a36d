"""`python -m translations update` and `python -m translations compile`, as `make` calls them."""

import sys
from pathlib import Path

from content.language import LANGUAGES
from translations.catalogue import compile_file, file_of, update
from translations.extract import texts


def main(command: str) -> None:
    """Bring the catalogues up to the sources, or compile them."""
    if command == "update":
        update(texts(Path(__file__).resolve().parent.parent))
    for language in LANGUAGES:
        compile_file(file_of(language), language)


if __name__ == "__main__":
    main(sys.argv[1])
