"""A real Kinto in a process of its own, on loopback, with the settings of a hub; in memory, or on a PostgreSQL."""

import socket
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import requests

from sync.hub.kinto import ADMIN, Kinto
from sync.hub.layout import establish
from sync.hub.settings import MEMORY, Server, Settings, load_settings
from sync.hub.vault import Vault
from tests.fakes.waiting import until


class City(NamedTuple):
    """A bucket on a running server, set up by `hub init`: `file` is its `hub.toml`."""

    file: Path
    settings: Settings

    @property
    def url(self) -> str:
        """The address of the API."""
        return self.settings.url

    @property
    def bucket(self) -> str:
        """The city's name there."""
        return self.settings.bucket

    def collection(self, name: str) -> str:
        """The path of a collection, behind the address of the API."""
        return f"/buckets/{self.bucket}/collections/{name}"

    def kinto(self) -> Kinto:
        """The API as the admin sees it."""
        return Kinto(self.url, *self.admin)

    @property
    def admin(self) -> tuple[str, str]:
        """The account that may do everything, for `ask`."""
        return ADMIN, Vault.of(self.settings).admin()

    def ask(self, method: str, path: str, who: tuple[str, str] | None = None, **more: Any) -> requests.Response:
        """The plain answer to an account (name, password), or to nobody."""
        return requests.request(method, self.url + path, auth=who, timeout=30, **more)

    def account(self, name: str, *groups: str) -> tuple[str, str]:
        """A new account in those groups: its name and password, for `ask`."""
        password = uuid.uuid4().hex
        with self.kinto() as kinto:
            kinto.put(f"/accounts/{name}", {"password": password})
            for group in groups:
                path = f"/buckets/{self.bucket}/groups/{group}"
                found = kinto.find(path)
                assert found is not None
                kinto.put(path, {"members": [*found["data"]["members"], f"account:{name}"]})
        return name, password


@contextmanager
def hub_server(folder: Path, storage: str = MEMORY, port: int = 0, admin: str = "") -> Iterator[Settings]:
    """A running server whose settings, keys and log lie in `folder`; ended at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    file = _settings(folder, Server(f"127.0.0.1:{port or free_port()}", storage, admin))
    with (folder / "hub.log").open("wb") as log, subprocess.Popen(
            [sys.executable, "-m", "sync.hub", "--settings", str(file), "serve"], stdout=log, stderr=log) as process:
        try:
            until(lambda: process.poll() is not None or b"answers at" in (folder / "hub.log").read_bytes(),
                  "the hub does not answer", seconds=60)
            assert process.poll() is None, (folder / "hub.log").read_text(encoding="utf-8")
            yield load_settings(file)
        finally:
            process.terminate()


def found(server: Settings, folder: Path) -> City:
    """A city of its own on that server, with an empty bucket."""
    folder.mkdir(parents=True, exist_ok=True)
    file = _settings(folder, server.server, f"city-{uuid.uuid4().hex[:8]}", server.folder)
    city = City(file, load_settings(file))
    with city.kinto() as kinto:
        establish(kinto, city.bucket)
    return city


def free_port() -> int:
    """A port of loopback that nobody listened at a moment ago."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port


def _settings(folder: Path, server: Server, bucket: str = "luebeck", secrets: str = "state") -> Path:
    file = folder / "hub.toml"
    file.write_text(f'url = "{server.url}"\nbucket = "{bucket}"\nfolder = "{secrets}"\n'
                    f'[server]\nlisten = "{server.listen}"\nstorage = "{server.storage}"\n'
                    f'admin = "{server.admin}"\n', encoding="utf-8")
    return file
