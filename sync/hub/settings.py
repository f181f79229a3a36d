"""The settings of a city's hub: `hub.toml`. What must stay secret lies beside it, in files of their own."""

from pathlib import Path
from typing import Annotated

import msgspec

from sync.feed import Feed

NAME = "hub.toml"
MEMORY = "memory"


class InvalidSettings(ValueError):
    """The file cannot be used; the message names the field and what is wrong."""


class Server(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Kinto on this machine. `listen` is host and port; `storage` the address of a PostgreSQL database, or "memory",
    which forgets everything when the server ends; `admin` the folder of kinto-admin's pages, which Kinto's package
    comes without ("": none)."""

    listen: Annotated[str, msgspec.Meta(pattern=r"^[\w.:\[\]-]+:[0-9]{1,5}$")] = "127.0.0.1:8888"
    storage: Annotated[str, msgspec.Meta(pattern=r"^(memory|postgresql://.*)$")] = MEMORY
    admin: str = ""
    threads: Annotated[int, msgspec.Meta(ge=1, le=64)] = 8

    @property
    def url(self) -> str:
        """The address of its API on this machine, past any cache."""
        return f"http://{self.listen}/v1"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings. `url` is the API's address as kiosks reach it; `bucket` the city's name there; `folder` is
    for keys and what the hub has to remember; paths there and in `feeds` are meant from the file's own folder."""

    url: Annotated[str, msgspec.Meta(pattern=r"^https?://[^/\s?#@]+(/[^\s?#]*)?/v1$")]
    bucket: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
    folder: str = "state"
    server: Server = Server()
    feeds: tuple[Feed, ...] = ()


def load_settings(file: Path) -> Settings:
    """The settings in that file. Raises `InvalidSettings`."""
    try:
        settings = msgspec.toml.decode(file.read_text(encoding="utf-8-sig"), type=Settings)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InvalidSettings(f"{file}: {reason}") from error
    return msgspec.structs.replace(settings, folder=str(file.resolve().parent / settings.folder))
