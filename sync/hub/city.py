"""The hub of one city as its commands hold it: settings, secrets, memory, and the server as the admin sees it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sync.hub.kinto import ADMIN, HubError, Kinto
from sync.hub.ledger import Ledger
from sync.hub.manifests import Signer
from sync.hub.settings import Settings
from sync.hub.vault import Vault
from sync.lock import Busy, alone


class City(NamedTuple):
    """All that a command may need."""

    settings: Settings
    vault: Vault
    ledger: Ledger
    kinto: Kinto
    signer: Signer

    @property
    def bucket(self) -> str:
        """Its name on the server."""
        return self.settings.bucket

    def path(self, collection: str, record: str = "") -> str:
        """The path of the records of a collection, or of one of them."""
        return f"/buckets/{self.bucket}/collections/{collection}/records" + (f"/{record}" if record else "")


@contextmanager
def opened(settings: Settings) -> Iterator[City]:
    """The hub with these settings. Raises `HubError` and `InvalidSettings`."""
    vault = Vault.of(settings)
    with Ledger(Path(settings.folder) / settings.bucket) as ledger, \
            Kinto(settings.server.url, ADMIN, vault.admin()) as kinto:
        yield City(settings, vault, ledger, kinto, Signer(kinto, ledger, settings.bucket, vault.signing()))


@contextmanager
def working(settings: Settings, wait: float = 900) -> Iterator[City]:
    """The same for one who changes something there: one at a time, for the timers of harvest and signing know nothing
    of each other. Raises `HubError` where another is not done after `wait` seconds, too."""
    with opened(settings) as city:
        try:
            with alone(Path(settings.folder) / settings.bucket, wait):
                yield city
        except Busy as error:
            raise HubError("another command has been at work on this hub for long; try again later") from error
