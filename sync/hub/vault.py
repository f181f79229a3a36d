"""What only the hub may know, each in a file that nobody else can read."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Self, TypeVar

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from sync.hub.settings import InvalidSettings, Settings
from sync.wire.key import from_text, to_text

Key = TypeVar("Key", SigningKey, PrivateKey)


class Vault:
    """The secrets in a folder; each is made when it is first asked for, and then stays.

    `made` names those that were made here. Raises `InvalidSettings` for a file that others can read or that is empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.made: list[Path] = []

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The secrets of that hub."""
        return cls(Path(settings.folder))

    def signing(self) -> SigningKey:
        """Signs manifests, bundles and receipts (Ed25519)."""
        return self._key("signing.key", SigningKey, SigningKey.generate)

    def sealing(self) -> PrivateKey:
        """Opens outboxes that came on sticks (X25519)."""
        return self._key("sealing.key", PrivateKey, PrivateKey.generate)

    def admin(self) -> str:
        """The password of the account `admin`."""
        return self._text("admin.password", lambda: secrets.token_urlsafe(24))

    def salt(self) -> str:
        """What Kinto hashes its own secrets with."""
        return self._text("salt", lambda: secrets.token_hex(32))

    def _key(self, name: str, kind: type[Key], make: Callable[[], Key]) -> Key:
        text = self._text(name, lambda: to_text(make()))
        try:
            return from_text(kind, text)
        except ValueError as error:
            raise InvalidSettings(f"{self._folder / name}: {error}; put it back from a backup") from error

    def _text(self, name: str, make: Callable[[], str]) -> str:
        file = self._folder / name
        try:
            return self._read(file) if file.exists() else self._make(file, make())
        except OSError as error:
            raise InvalidSettings(f"{file}: {error.strerror}") from error

    def _make(self, file: Path, text: str) -> str:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as opened:
            opened.write(f"{text}\n")
            opened.flush()
            os.fsync(opened.fileno())
        self.made.append(file)
        return text

    def _read(self, file: Path) -> str:
        if file.stat().st_mode & 0o077:
            raise InvalidSettings(f"{file}: others can read it (chmod 600 {file})")
        text = file.read_text(encoding="ascii").strip()
        if not text:
            raise InvalidSettings(f"{file}: empty; put it back from a backup")
        return text
