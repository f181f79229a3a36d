"""Qt, set up as this program needs it: how it draws, types, writes and collects its garbage."""

import importlib.util
import os
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk.garbage import on_this_thread
from kiosk.immortals import immortalise

# Qt Virtual Keyboard's own: it looks for sound it can do without, and one of its types hides a property
QUIET = "qt.multimedia.symbolsresolver=false;qt.multimedia.ffmpeg.info=false;qt.qml.propertyCache.append=false"


# The interface's type, and what stands in where it has no letters; else Qt would take any font that comes first.
# The one for user interfaces has the line height of Noto Sans; the lines of the other are half as high again.
FAMILIES = ("Noto Sans", ["Noto Sans Arabic UI", "Noto Sans Arabic"])


def application(arguments: list[str]) -> QGuiApplication:
    """Qt, set up as this program needs it; what the environment says already is left as it is."""
    immortalise()
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_STYLE", "kiosk")
    os.environ.setdefault("QT_LOGGING_RULES", QUIET)
    made = QGuiApplication(arguments)
    made.setApplicationName("anlaufstelle")
    on_this_thread(made)
    QFont.insertSubstitutions(*FAMILIES)
    return made


def icon_family() -> str:
    """Load the icon font from its wheel and say its family; the package itself is slow to import."""
    found = importlib.util.find_spec("fonticon_mdi7")
    assert found is not None
    assert found.submodule_search_locations is not None
    file = Path(found.submodule_search_locations[0]) / "fonts" / "materialdesignicons-webfont.ttf"
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return families[0] if families else ""
