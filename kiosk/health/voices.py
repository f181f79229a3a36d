"""Whether texts can be read aloud, and in which languages."""

import importlib.util
from collections.abc import Collection
from ctypes.util import find_library
from pathlib import Path

from content.language import LANGUAGES
from kiosk.health.check import Check, fine, warning

INSTALL = "Install libespeak-ng1 and espeak-ng-data (apt), or the wheel espeakng-loader."
_WHEEL = "espeakng_loader"
_DATA = (Path("/usr/lib"), Path("/usr/share"), Path("/usr/local/share"))


def voices(library: str, dictionaries: Collection[str]) -> Check:
    """Whether eSpeak NG is there, and a voice for every language of the interface.

    `library` is the path of the library, "" if there is none; `dictionaries` are the languages its data has.
    """
    spoken = {language.code: bool(library) and language.locale in dictionaries for language in LANGUAGES}
    if not library:
        return warning("voices", f"Nothing can be read aloud: eSpeak NG is missing. {INSTALL}", languages=spoken)
    silent = [code for code, there in spoken.items() if not there]
    if silent:
        return warning("voices", f"No voice for: {', '.join(silent)}. {INSTALL}", library=library, languages=spoken)
    return fine("voices", f"eSpeak NG speaks all {len(spoken)} languages.", library=library, languages=spoken)


def espeak() -> tuple[str, set[str]]:
    """The library of eSpeak NG, as the wheel or the system has it ("" if neither), and the languages of its data."""
    wheel = importlib.util.find_spec(_WHEEL)
    if wheel is not None and wheel.origin is not None:
        return _WHEEL, dictionaries([Path(wheel.origin).parent])
    return find_library("espeak-ng") or "", dictionaries(_DATA)


def dictionaries(folders: Collection[Path]) -> set[str]:
    """The languages eSpeak NG has dictionaries for in `espeak-ng-data` of these folders or one level deeper."""
    return {file.name.removesuffix("_dict") for folder in folders for deeper in ("", "*/")
            for file in folder.glob(f"{deeper}espeak-ng-data/*_dict")}
