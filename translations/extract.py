"""Finds the texts to translate in the sources: `words("…")` and `plural("…", "…", n)` in Python, `qsTr(…)` in QML."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from babel.messages.jslexer import Token, tokenize, unquote_string

FOLDERS = ("ui", "kiosk")


class Text(NamedTuple):
    """A text: its plural where it counts something, its context where the same words mean two things.

    A `%n` text of QML is its own plural.
    """

    one: str
    many: str = ""
    context: str = ""


class NotLiteral(ValueError):
    """A text is made while the program runs, so no translator can see it. The message says where."""


def texts(root: Path) -> dict[Text, list[str]]:
    """Every text of the sources below `root`, with the files it is in, relative to `root`."""
    found: dict[Text, list[str]] = {}
    files = sorted(file for folder in FOLDERS for file in (root / folder).rglob("*"))
    for file in files:
        read = {".py": in_python, ".qml": in_qml}.get(file.suffix)
        where = file.relative_to(root).as_posix()
        for text in read(file.read_text(encoding="utf-8"), where) if read else ():
            found.setdefault(text, []).append(where)
    return found


def in_python(source: str, where: str) -> Iterator[Text]:
    """The texts of a Python module. Raises `NotLiteral`."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called == "words":
            yield Text(*_constants(node, 1, where))
        elif called == "plural":
            yield Text(*_constants(node, 2, where))


def in_qml(source: str, where: str) -> Iterator[Text]:
    """The texts of a QML file. Raises `NotLiteral`."""
    tokens = [token for token in tokenize(source, jsx=False, dotted=False) if "comment" not in token.type]
    for index, token in enumerate(tokens):
        if token.type == "name" and token.value == "qsTr":
            text, *more = _arguments(tokens[index + 1:])
            one = _literal(text, where, token.lineno)
            context = _literal(more[0], where, token.lineno) if more else ""
            yield Text(one, one if len(more) > 1 else "", context)


def _constants(call: ast.Call, count: int, where: str) -> list[str]:
    values = [argument.value for argument in call.args[:count]
              if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
    if len(values) != count:
        raise NotLiteral(f"{where}:{call.lineno}: not a literal text")
    return values


def _arguments(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each argument of a call that starts with its opening parenthesis."""
    arguments: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        sign = token.value if token.type == "operator" else ""
        depth += (sign in {"(", "[", "{"}) - (sign in {")", "]", "}"})
        if depth == 0:
            break
        if depth == 1 and sign == ",":
            arguments.append([])
        elif depth > 1 or sign != "(":
            arguments[-1].append(token)
    return arguments


def _literal(tokens: Sequence[Token], where: str, line: int) -> str:
    """The text of strings joined by plus signs."""
    strings, signs = tokens[::2], tokens[1::2]
    if len(tokens) % 2 == 0 or any(token.type != "string" for token in strings) or any(
            token.value != "+" for token in signs):
        raise NotLiteral(f"{where}:{line}: not a literal text")
    return "".join(unquote_string(token.value) for token in strings)
