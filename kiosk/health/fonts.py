"""Whether every letter of every language of the interface can be shown."""

from collections.abc import Callable

from content.language import LANGUAGES
from kiosk.health.check import Check, error, fine, warning

FAMILY = "Noto Sans"
INSTALL = "apt install fonts-noto-core"
# The letters of each language as CLDR lists them (main exemplar characters), with the quotation marks and dashes it
# uses; capitals are added.
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_FIGURES = "0123456789.,:;!?()–·…€%+@/"
ALPHABETS = {
    "de": _LATIN + "äöüß„“",
    "de-simple": _LATIN + "äöüß„“·",
    "en": _LATIN + "‘’“”",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz“”",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰ،؛؟«»٠١٢٣٤٥٦٧٨٩",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهةیٔ،؛؟«»۰۱۲۳۴۵۶۷۸۹",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ’«»",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя«»",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż„”",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyz„”",
}


def fonts(families: set[str], missing: Callable[[str], set[str]]) -> Check:
    """Whether the interface's own font is there, and a shape for every letter in it or in those that stand in.

    `families` are the installed families; `missing` gives the characters of a text that no font has.
    """
    lacking = {language.code: "".join(sorted(missing(_letters(language.code)))) for language in LANGUAGES}
    broken = [f"{code} ({letters})" for code, letters in lacking.items() if letters]
    if broken:
        return error("fonts", f"No font has all letters of {', '.join(broken)}. Install more: {INSTALL}",
                     languages=lacking)
    if FAMILY not in families:
        return warning("fonts", f"{FAMILY} is not installed; another font stands in. Install it: {INSTALL}",
                       languages=lacking)
    return fine("fonts", f"{FAMILY} is installed, and all letters of {len(lacking)} languages can be shown.",
                languages=lacking)


def _letters(code: str) -> str:
    letters = ALPHABETS[code]
    return letters + letters.upper() + _FIGURES
