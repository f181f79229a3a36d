"""The catalogue as Qt reads it: a `.qm` file, made by Qt's own lrelease from the texts QML asks for.

Qt also asks for translations on threads of its own, so it must not ask Python (docs/decisions/0004-words-for-qt.md).
"""

import subprocess
from collections.abc import Iterable
from gettext import c2py
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6
from babel.messages.catalog import Catalog, Message

LRELEASE = Path(PySide6.__file__).parent / "lrelease"

# A number for each plural form in Qt's order (qttools, numerus.cpp), by language
SAMPLES: dict[str, tuple[int, ...]] = {
    "ar": (0, 1, 2, 3, 11, 100), "fa": (5,), "tr": (5,), "pl": (1, 2, 5), "ro": (1, 2, 20), "ru": (1, 2, 5),
    "uk": (1, 2, 5),
}
USUAL_SAMPLES = (1, 2)


def write_qm(file: Path, catalogue: Catalog) -> None:
    """Write the translated texts of QML to `file` (`.qm`). Raises `subprocess.CalledProcessError`."""
    source = file.with_suffix(".ts")
    _source(catalogue).write(source, encoding="utf-8", xml_declaration=True)
    subprocess.run([LRELEASE, "-silent", source, "-qm", file], check=True)  # noqa: S603 - Qt's own tool on our own file
    source.unlink()


def _source(catalogue: Catalog) -> "ET.ElementTree[ET.Element]":
    """The texts as Qt Linguist keeps them: by QML file, which is the context Qt looks them up in."""
    root = ET.Element("TS", version="2.1", language=str(catalogue.locale))
    contexts: dict[str, ET.Element] = {}
    for message in catalogue:
        for name in _qml_files(message):
            if name not in contexts:
                contexts[name] = ET.SubElement(root, "context")
                ET.SubElement(contexts[name], "name").text = name
            _add(contexts[name], message, catalogue)
    return ET.ElementTree(root)


def _qml_files(message: Message) -> Iterable[str]:
    return sorted({Path(file).stem for file, _ in message.locations if file.endswith(".qml")}) if message.id else ()


def _add(context: ET.Element, message: Message, catalogue: Catalog) -> None:
    counted = isinstance(message.id, tuple)
    element = ET.SubElement(context, "message", numerus="yes") if counted else ET.SubElement(context, "message")
    ET.SubElement(element, "source").text = message.id[0] if counted else str(message.id)
    if message.context:
        ET.SubElement(element, "comment").text = message.context
    translation = ET.SubElement(element, "translation")
    if not counted:
        translation.text = str(message.string)
        return
    form_of = c2py(catalogue.plural_expr)
    forms = tuple(message.string or ())
    for number in SAMPLES.get(str(catalogue.locale), USUAL_SAMPLES):
        ET.SubElement(translation, "numerusform").text = forms[form_of(number)]
