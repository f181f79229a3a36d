"""The languages the kiosk speaks, and how the names feeds give them are understood."""

import msgspec


class Language(msgspec.Struct, frozen=True):
    """One language of the interface.

    `code` is the name used in records, catalogues and folders; `name` is written in the language itself;
    `locale` is the CLDR locale for dates, plurals and language names; `direction` is "ltr" or "rtl".
    """

    code: str
    name: str
    locale: str
    direction: str = "ltr"


GERMAN = "de"

LANGUAGES: tuple[Language, ...] = (
    Language("de", "Deutsch", "de"),
    Language("de-simple", "Einfaches Deutsch", "de"),
    Language("en", "English", "en"),
    Language("tr", "Türkçe", "tr"),
    Language("ar", "العربية", "ar", "rtl"),
    Language("fa", "فارسی", "fa", "rtl"),
    Language("uk", "Українська", "uk"),
    Language("ru", "Русский", "ru"),
    Language("pl", "Polski", "pl"),
    Language("ro", "Română", "ro"),
)

_BY_CODE = {language.code: language for language in LANGUAGES}

# Names other systems use: Integreat's slugs (de-si, pes), ISO 639-3, and IETF tags for simple German.
_ALIASES = {"de-si": "de-simple", "de-leicht": "de-simple", "de-de": "de", "pes": "fa", "fa-ir": "fa",
            "per": "fa", "deu": "de", "ger": "de", "eng": "en", "ara": "ar", "tur": "tr", "ukr": "uk",
            "rus": "ru", "pol": "pl", "ron": "ro", "rum": "ro"}

# "und" is BCP 47's undetermined; scripts that are written from the right, by language.
_RIGHT_TO_LEFT = {"ar", "fa", "prs", "ps", "ur", "ckb", "he", "yi", "ug", "sd"}


def canonical(code: str) -> str:
    """The code this project uses for a language as a feed names it (`de-si` → `de-simple`); unknown codes stay."""
    plain = code.strip().lower().replace("_", "-")
    return _ALIASES.get(plain, plain)


def language(code: str) -> Language | None:
    """The interface language of that code, or None if the interface does not speak it."""
    return _BY_CODE.get(code)


def direction(code: str) -> str:
    """ "rtl" or "ltr" for any language code, spoken by the interface or not."""
    return "rtl" if code.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def fallbacks(code: str, original: str = GERMAN) -> tuple[str, ...]:
    """The languages to look for a text in, best first: the one asked for, German (simple first for a
    simple reader), the original."""
    chain = [code, GERMAN, original]
    if code == GERMAN:
        chain = [code, original, "de-simple"]
    return tuple(dict.fromkeys(chain))
