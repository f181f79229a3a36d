"""Whether every letter of every language of the interface can be shown."""

from collections.abc import Callable, Collection

from content.language import LANGUAGES
from kiosk.health.check import Check, error, fine, warning

INSTALL = "apt install fonts-noto-core fonts-noto-ui-core"
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


def fonts(wanted: Collection[str], installed: Collection[str], missing: Callable[[str], set[str]]) -> Check:
    """Whether the interface's own fonts are there, and a shape for every letter in them or in those that stand in.

    `wanted` and `installed` are families; `missing` gives the characters of a text that no font has.
    """
    lacking = {language.code: "".join(sorted(missing(_letters(language.code)))) for language in LANGUAGES}
    broken = [f"{code} ({letters})" for code, letters in lacking.items() if letters]
    if broken:
        return error("fonts", f"No font has all letters of {', '.join(broken)}. Install more: {INSTALL}",
                     languages=lacking)
    absent = [family for family in wanted if family not in installed]
    if absent:
        return warning("fonts", f"Not installed: {', '.join(absent)}; other fonts stand in. Install them: {INSTALL}",
                       languages=lacking)
    return fine("fonts", f"All letters of {len(lacking)} languages can be shown in {' and '.join(wanted)}.",
                languages=lacking)


def _letters(code: str) -> str:
    letters = ALPHABETS[code]
    return letters + letters.upper() + _FIGURES
