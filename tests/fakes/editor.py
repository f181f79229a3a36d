"""Somebody who writes and signs what a real hub holds, record by record, as a test wants it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from content import wire
from sync.wire.bundling import Content, write
from sync.wire.key import to_text
from sync.wire.manifest import Manifest
from sync.wire.mirror import TABLES, Entry, Mirror
from sync.wire.provisioning import Hub
from sync.wire.record import COLLECTIONS, OFFERS, Line, digest_of, is_key, key_of
from sync.wire.signature import Signed
from tests.fakes.hub_server import City

KEY, SEAL = SigningKey(b"k" * 32), PrivateKey(b"p" * 32)


def offer(key: str, **more: Any) -> dict[str, Any]:
    """An offer of the feed "stadt" in the wire form."""
    record, _ = wire.read({"type": "offer", "id": f"stadt:{key}", "kind": "service", "source": {"feed": "stadt"},
                           "texts": {"de": {"title": f"Angebot {key}", "description": f"Beratung {key}"}}, **more})
    made: dict[str, Any] = json.loads(wire.encode(record))
    return made


class Editor:
    """The writing side of a city's hub."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._kinto = city.kinto()

    def close(self) -> None:
        """Let go of the connection."""
        self._kinto.__exit__()

    def put(self, *records: dict[str, Any], collection: str = OFFERS) -> None:
        """Write records, 25 at a time."""
        for first in range(0, len(records), 25):
            self._batch([("PUT", collection, key_of(record["id"]), {"data": {"record": record}})
                         for record in records[first:first + 25]])

    def delete(self, *ids: str, collection: str = OFFERS) -> None:
        """Take records out."""
        self._batch([("DELETE", collection, key_of(record), None) for record in ids])

    def sign(self, epoch: int = 1, **wrong: Any) -> dict[str, Manifest]:
        """Sign what is there; `wrong` are fields of the manifest of offers that are signed otherwise."""
        made = {}
        for collection in COLLECTIONS:
            manifest = self.manifest(collection, epoch, **(wrong if collection == OFFERS else {}))
            self.publish(manifest.signed_by(KEY), collection)
            made[collection] = manifest
        return made

    def publish(self, signed: Signed, collection: str) -> None:
        """Put a manifest, whatever it says, where kiosks look."""
        self._kinto.put(f"{self.city.collection('manifest')}/records/{collection}",
                        {"body": signed.body, "signature": signed.signature})

    def manifest(self, collection: str, epoch: int = 1, **wrong: Any) -> Manifest:
        """What there is to sign about a collection."""
        db = sqlite3.connect(":memory:")
        db.executescript(TABLES)
        mirror = Mirror(db, collection)
        lines = list(self.lines(collection))
        mirror.put(Entry(line.key, "", line.last_modified, digest_of(line.record)) for line in lines)
        fields = {"timestamp": self.timestamp(collection), "count": len(lines), "root": mirror.root(), **wrong}
        db.close()
        return Manifest(collection, epoch, signed=datetime(2026, 11, 26, 10, tzinfo=UTC), **fields)

    def lines(self, collection: str) -> Iterator[Line]:
        """All records of a collection, by their keys."""
        yield from sorted((Line(data["id"], data["last_modified"], data.get("record", {}))
                           for data in self._all(self.city.collection(collection) + "/records?_limit=1000")
                           if is_key(data["id"])),
                          key=lambda line: line.key)

    def timestamp(self, collection: str) -> int:
        """The time of the last change of a collection."""
        answer = self.city.ask("GET", f"{self.city.collection(collection)}/records?_limit=1")
        return int(answer.headers["ETag"].strip('"'))

    def provisioning(self, kiosk: str, url: str = "") -> Hub:
        """What a new kiosk needs, over a line if one is given."""
        name, password = self.city.account(f"{kiosk}-{self.city.bucket}", "kiosks")
        self._kinto.put(f"{self.city.collection('kiosks')}/records/{name}", {}, {"write": [f"account:{name}"]})
        return Hub(f"{url}/v1" if url else self.city.url, self.city.bucket, name, password,
                   to_text(KEY.verify_key), to_text(SEAL.public_key))

    def bundle(self, path: Path, epoch: int = 1, receipts: Iterable[str] = (), key: SigningKey = KEY,
               **wrong: Any) -> Path:
        """Write what is there into a bundle; `wrong` as in `sign`."""
        signed = {name: self.manifest(name, epoch, **(wrong if name == OFFERS else {})).signed_by(key)
                  for name in COLLECTIONS}
        lines = {name: list(self.lines(name)) for name in COLLECTIONS}
        write(path, Content(self.city.bucket, signed, lines, receipts), key)
        return path

    def received(self, collection: str) -> list[dict[str, Any]]:
        """What kiosks sent, as the admin reads it."""
        return list(self._all(self.city.collection(collection) + "/records?_sort=last_modified", self.city.admin))

    def _all(self, path: str, who: tuple[str, str] | None = None) -> Iterable[dict[str, Any]]:
        while path:
            answer = self.city.ask("GET", path, who)
            yield from answer.json()["data"]
            following = answer.headers.get("Next-Page", "")
            path = following.removeprefix(self.city.url)

    def _batch(self, requests: list[tuple[str, str, str, Any]]) -> None:
        made = [{"method": method, "path": f"{self.city.collection(collection)}/records/{key}",
                 **({"body": body} if body else {})} for method, collection, key, body in requests]
        answer = self.city.ask("POST", "/batch", self.city.admin, json={"requests": made})
        assert all(one["status"] < 300 for one in answer.json()["responses"]), answer.text[:500]
