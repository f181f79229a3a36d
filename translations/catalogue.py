"""A catalogue as a file: read, brought up to the sources, written, compiled."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po

from content.language import LANGUAGES, Language
from translations import DOMAIN
from translations.extract import Text
from translations.qt import write_qm

FOLDER = Path(__file__).resolve().parent
TEMPLATE = FOLDER / f"{DOMAIN}.pot"
SOURCE = "en"
REVIEWED = "X-Reviewed"
MISSING = "X-Missing"


class Words(Catalog):
    """A catalogue with few headers, so that it changes only with its texts, and with two of its own:
    `X-Reviewed` (yes or no) and, once compiled, `X-Missing` (how many texts have no translation)."""

    def __init__(self, language: Language | None = None) -> None:
        comment = f"# The words of the interface: {language.name if language else 'template'}."
        super().__init__(locale=language.locale if language else None, domain=DOMAIN, header_comment=comment,
                         charset="utf-8", fuzzy=False)
        self.own = {REVIEWED: "no"} if language else {}

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The headers as they are written."""
        language = [("Language", str(self.locale)), ("Plural-Forms", self.plural_forms)] if self.locale else []
        return [("Project-Id-Version", "anlaufstelle"), *language, *self.own.items(), ("MIME-Version", "1.0"),
                ("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit\n")]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        """Only the review is kept from a file; all else follows from the language."""
        self.own.update({name: value for name, value in headers if name == REVIEWED})


def file_of(language: Language) -> Path:
    """Where the catalogue of a language lies."""
    return FOLDER / language.code / "LC_MESSAGES" / f"{DOMAIN}.po"


def template(texts: Mapping[Text, Sequence[str]]) -> Words:
    """The catalogue without translations."""
    made = Words()
    for (one, many, context), places in texts.items():
        made.add((one, many) if many else one, locations=[(place, 1) for place in sorted(set(places))],
                 context=context or None)
    return made


def read(file: Path, language: Language) -> Words:
    """The catalogue in a file; an empty one if there is no file yet."""
    catalogue = Words(language)
    if file.exists():
        with file.open(encoding="utf-8") as lines:
            PoFileParser(catalogue, ignore_obsolete=True).parse(lines)
    return catalogue


def update(texts: Mapping[Text, Sequence[str]]) -> None:
    """Write the template and all catalogues anew: translations stay, texts no longer used go, none is guessed."""
    _write(TEMPLATE, template(texts))
    for language in LANGUAGES:
        catalogue = read(file_of(language), language)
        catalogue.update(template(texts), no_fuzzy_matching=True)
        if language.code == SOURCE:
            _repeat_source(catalogue)
        _write(file_of(language), catalogue)


def compile_file(file: Path, language: Language) -> None:
    """Write `.mo` and `.qm` beside a `.po`. Only whole translations go in, so that German stands in for the others."""
    catalogue = read(file, language)
    missing = [message for message in catalogue if message.id and not translated(message)]
    for message in missing:
        catalogue.delete(message.id, message.context)
    catalogue.own[MISSING] = str(len(missing))
    with file.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)
    write_qm(file.with_suffix(".qm"), catalogue)


def translated(message: Message) -> bool:
    """Whether the message has all its forms."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _repeat_source(catalogue: Words) -> None:
    """English is what the sources say, but for its plurals."""
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            message.string = message.id


def _write(file: Path, catalogue: Words) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        write_po(target, catalogue, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False)
