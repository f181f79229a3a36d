"""One answer to "is the kiosk well?"."""

from typing import Any, Literal

import msgspec

Severity = Literal["ok", "warning", "error"]


class Check(msgspec.Struct, frozen=True):
    """What was looked at and how it is. `ok` is false only for errors: with a warning the kiosk can be used.

    `message` says it in a sentence, with what to do where something is to be done; `facts` are the figures behind it.
    """

    name: str
    ok: bool
    severity: Severity
    message: str
    facts: dict[str, Any] = {}


def fine(name: str, message: str, **facts: Any) -> Check:
    """Nothing to do."""
    return Check(name, True, "ok", message, facts)


def warning(name: str, message: str, **facts: Any) -> Check:
    """Something to put right soon."""
    return Check(name, True, "warning", message, facts)


def error(name: str, message: str, **facts: Any) -> Check:
    """Something without which visitors are not served."""
    return Check(name, False, "error", message, facts)
