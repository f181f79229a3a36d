"""The keeper's PIN: kept as a salted hash in `settings.toml`, so that nobody reads it over a shoulder.

Four digits can be guessed by whoever has the file; that is the operator, who may do more than this screen shows.
"""

import base64
import hashlib
import logging
import re
import secrets
from pathlib import Path

from content.file import written
from kiosk.settings import NAME, InvalidSettings, load_settings

log = logging.getLogger(__name__)

FORM = re.compile(r"[0-9]{4,12}")
_COST = {"n": 2**11, "r": 8, "p": 1, "dklen": 24}  # some 15 ms; the screen slows guesses down
_TABLE = re.compile(r"^\[keeper\][^\n]*\n", re.MULTILINE)
_PIN = re.compile(r"^pin\s*=[^\n]*$", re.MULTILINE)


def hashed(pin: str) -> str:
    """The PIN as settings keep it."""
    salt = secrets.token_bytes(12)
    return f"scrypt:{_text(salt)}:{_text(_digest(pin, salt))}"


def fits(pin: str, kept: str) -> bool:
    """Whether that is the PIN; nothing fits what is no hash of one."""
    kind, _, rest = kept.partition(":")
    salt, _, digest = rest.partition(":")
    if kind != "scrypt" or not FORM.fullmatch(pin):
        return False
    try:
        return secrets.compare_digest(_digest(pin, base64.b64decode(salt)), base64.b64decode(digest))
    except ValueError:
        return False


def set_pin(folder: Path, pin: str) -> None:
    """Keep the PIN in the settings of `folder`; all else in them stays as it is written, and only their owner may read
    the file from now on. Raises `InvalidSettings` for settings that cannot be used, `OSError`."""
    load_settings(folder)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    before = file.read_text(encoding="utf-8-sig") if file.exists() else ""
    with written(file, private=True) as made:
        made.write(_with_pin(before, f'pin = "{hashed(pin)}"').encode())


class Pin:
    """The PIN of the kiosk in `folder`, read anew each time: a new one counts at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def known(self) -> bool:
        """Whether one is set."""
        return bool(self._kept())

    def fits(self, pin: str) -> bool:
        """Whether that is it."""
        return fits(pin, self._kept())

    def _kept(self) -> str:
        try:
            return load_settings(self._folder).keeper.pin
        except InvalidSettings as error:
            log.warning("there is no PIN: %s", error)
            return ""


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, **_COST)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _with_pin(text: str, line: str) -> str:
    """The settings with that line in their `[keeper]` table, in the place of an older one."""
    table = _TABLE.search(text)
    if table is None:
        return f"{text.rstrip()}\n\n[keeper]\n{line}\n".lstrip()
    following = text.find("\n[", table.end())
    end = len(text) if following < 0 else following
    rest = _PIN.sub("", text[table.end():end], count=1).lstrip("\n")
    return f"{text[:table.end()]}{line}\n{rest}{text[end:]}"
