"""What the copy knows of its hub: whose it is, the manifests it stands on, and those that could not be fulfilled."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

import msgspec

from sync.wire.manifest import Manifest
from sync.wire.provisioning import Hub

TAG, GREETED = "tag", "greeted"
_REST = "rest"
_HUB, _KNOWN, _FAILED = "hub", "manifest", "failed"


class HubMemory:
    """The memory in the file of the copy. What it knew of another hub, it does not know of this one; the mirror
    stays, so that what came from the other can go."""

    def __init__(self, db: sqlite3.Connection, hub: Hub) -> None:
        self._db = db
        name = f"{hub.bucket} {hub.signing_key}"
        if self.get(_HUB) != name:
            self._db.execute("DELETE FROM hub")
            self._db.execute("DELETE FROM hub_stage")
            self.set(_HUB, name)

    def get(self, name: str) -> str:
        """A value by its name; "" for none."""
        row = self._db.execute("SELECT value FROM hub WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def set(self, name: str, value: str) -> None:
        """Keep a value."""
        self._db.execute("REPLACE INTO hub VALUES (?, ?)", (name, value))

    def rest(self, now: datetime) -> float:
        """For how many seconds the hub still wants to be left alone; not at all where the clock says it cannot be."""
        since, _, seconds = self.get(_REST).partition(" ")
        passed = (now - datetime.fromisoformat(since)).total_seconds() if since else -1
        return max(float(seconds) - passed, 0) if passed >= 0 else 0

    def keep_rest(self, now: datetime, seconds: float) -> None:
        """The hub wants to be left alone for so long from now on."""
        self.set(_REST, f"{now.isoformat()} {seconds}" if seconds else "")

    def manifest(self, collection: str) -> Manifest | None:
        """The manifest that the copy fulfils."""
        return self._manifest(f"{_KNOWN}:{collection}")

    def fulfilled(self, manifest: Manifest) -> None:
        """The copy is as this manifest says."""
        self._keep(_KNOWN, manifest)
        self.set(f"{_FAILED}:{manifest.collection}", "")

    def failed(self, collection: str) -> Manifest | None:
        """The manifest that what the hub has did not fulfil, however often it was asked."""
        return self._manifest(f"{_FAILED}:{collection}")

    def fail(self, manifest: Manifest) -> None:
        """What the hub has is not what this manifest says."""
        self._keep(_FAILED, manifest)

    def timestamps(self) -> Mapping[str, int]:
        """The time of the content by collection (ms)."""
        rows = self._db.execute(f"SELECT value FROM hub WHERE name LIKE '{_KNOWN}:%' ORDER BY name").fetchall()
        manifests = [msgspec.json.decode(value, type=Manifest) for (value,) in rows]
        return {manifest.collection: manifest.timestamp for manifest in manifests}

    def _manifest(self, name: str) -> Manifest | None:
        kept = self.get(name)
        return msgspec.json.decode(kept, type=Manifest) if kept else None

    def _keep(self, name: str, manifest: Manifest) -> None:
        self.set(f"{name}:{manifest.collection}", msgspec.json.encode(manifest).decode())
