"""A hub that holds any number of offers in memory and answers kiosks as Kinto does, at once: what is measured beside it
is the kiosk. `tests/sync/hubs` has the real one."""

import sqlite3
import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from sync.wire.key import to_text
from sync.wire.manifest import Manifest
from sync.wire.mirror import TABLES, Entry, Mirror
from sync.wire.provisioning import Hub
from sync.wire.record import COLLECTIONS, GUIDES, OFFERS, digest_of, key_of

KEY, SEAL = SigningKey(b"k" * 32), PrivateKey(b"p" * 32)
FIRST = 1_764_150_000_000  # ms


class PaperHub:
    """Holds offers; every change has a later time. `carried` counts the bytes of its answers' bodies, `asked` them."""

    def __init__(self) -> None:
        self.carried = self.asked = 0
        self._offers: dict[str, tuple[int, bytes]] = {}
        self._order: list[tuple[int, str]] = []
        self._manifests: bytes = b""
        db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        db.executescript(TABLES)
        self._mirrors = {name: Mirror(db, name) for name in COLLECTIONS}
        self._time = FIRST
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.hub = Hub(f"http://127.0.0.1:{self._server.server_port}/v1", "bench", "kiosk", "x",
                       to_text(KEY.verify_key), to_text(SEAL.public_key))

    def put(self, bodies: Iterable[bytes]) -> None:
        """Write offers (in the wire form), and sign."""
        entries = []
        for body in bodies:
            self._time += 1
            record = msgspec.json.decode(body)
            key = key_of(record["id"])
            self._offers[key] = (self._time, body)
            entries.append(Entry(key, record["id"], self._time, digest_of(record)))
        self._mirrors[OFFERS].put(entries)
        self._order = sorted((modified, key) for key, (modified, _) in self._offers.items())
        self._manifests = msgspec.json.encode({"data": [self._manifest(name) for name in COLLECTIONS]})

    def _manifest(self, name: str) -> dict[str, Any]:
        mirror = self._mirrors[name]
        signed = Manifest(name, 1, FIRST if name == GUIDES else self._time, mirror.count(), mirror.root(),
                          datetime.now(UTC)).signed_by(KEY)
        return {"id": name, "last_modified": self._time, "body": signed.body, "signature": signed.signature}

    def _page(self, since: int, limit: int) -> tuple[bytes, int]:
        """The body of a page, and behind which time the next one begins; 0 for none."""
        first = bisect_right(self._order, (since, "~"))
        page = self._order[first:first + limit]
        lines = (b'{"id":"%b","last_modified":%d,"record":%b,"harvested":"","pinned":false}' % (
            key.encode(), modified, self._offers[key][1]) for modified, key in page)
        more = first + limit < len(self._order)
        return b'{"data":[' + b",".join(lines) + b"]}", page[-1][0] if more else 0

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1

            def do_GET(self) -> None:
                address = urlsplit(self.path)
                asked = {name: values[0] for name, values in parse_qs(address.query).items()}
                head = {"ETag": f'"{FIRST if f"/{GUIDES}/" in address.path else hub._time}"'}
                if "/manifest/" in address.path:
                    body = hub._manifests
                elif f"/{GUIDES}/" in address.path:
                    body = b'{"data":[]}'
                else:
                    since = int(asked.get("_token", asked.get("_since", "0")))
                    limit = int(asked["_limit"])
                    body, last = hub._page(since, limit)
                    if last:
                        head["Next-Page"] = f"{hub.hub.url}{address.path}?_limit={limit}&_token={last}"
                hub.asked += 1
                hub.carried += len(body)
                self.send_response(200)
                for name, value in {**head, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: Any) -> None:
                """Keep the table clean."""

        return Handler


@contextmanager
def paper_hub() -> Iterator[PaperHub]:
    """A running hub, ended at the end."""
    hub = PaperHub()
    threading.Thread(target=hub._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield hub
    finally:
        hub._server.shutdown()
        hub._server.server_close()
