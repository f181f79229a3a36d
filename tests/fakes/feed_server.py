"""A real HTTP server on loopback that answers as feeds do, and as feeds should not."""

import gzip
import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

Answer = Callable[[BaseHTTPRequestHandler], None]


class FeedServer:
    """Serves `routes`: a path, with its query if it has one, to what it answers."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Answer] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self._server.server_port}"
        self._over = threading.Event()

    def json(self, path: str, value: Any, **head: Any) -> None:
        """Answer `path` with JSON."""
        self.routes[path] = answer(json.dumps(value), **head)

    def folder(self, folder: Path, replace: tuple[str, str] = ("", "")) -> None:
        """Answer with the JSON files of a folder; `index.json` also stands for its folder."""
        for file in folder.rglob("*.json"):
            text = file.read_text(encoding="utf-8")
            text = text.replace(*replace) if replace[0] else text
            path = f"/{file.relative_to(folder).as_posix()}"
            self.routes[path] = self.routes[path.removesuffix("index.json")] = answer(text)

    def drip(self, path: str, piece: bytes, seconds: float, head: bytes = b"HTTP/1.1 200 OK\r\n\r\n") -> None:
        """Answer `path` with `piece` again and again, so many seconds apart."""
        def run(handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(head)
            while not self._over.wait(seconds):
                handler.wfile.write(piece)
        self.routes[path] = run

    def stop_dripping(self) -> None:
        """Hang up on those who still listen."""
        self._over.set()

    def close(self) -> None:
        """End the server and all its answers."""
        self.stop_dripping()
        self._server.shutdown()
        self._server.server_close()

    def start(self) -> None:
        """Begin to serve, in a thread of its own."""
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        feed = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                feed.asked.append((unquote(self.path), dict(self.headers)))
                route = feed.routes.get(unquote(self.path)) or answer("<html>not here</html>", 404)
                try:
                    route(self)
                except ConnectionError:
                    self.close_connection = True

            def log_message(self, *args: Any) -> None:
                """Keep the test's output clean."""

        return Handler


@contextmanager
def feed_server(tls: ssl.SSLContext | None = None) -> Iterator[FeedServer]:
    """A running server, closed at the end."""
    server = FeedServer(tls)
    server.start()
    try:
        yield server
    finally:
        server.close()


def answer(body: str | bytes, status: int = 200, **head: str) -> Answer:
    """An answer with this body; further headers by name, with "_" for "-"."""
    raw = body.encode() if isinstance(body, str) else body

    def run(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        given = {name.replace("_", "-"): value for name, value in head.items()}
        for name, value in {"Content-Length": str(len(raw)), "Content-Type": "application/json", **given}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(raw)

    return run


def packed(body: bytes) -> Answer:
    """An answer packed with gzip."""
    return answer(gzip.compress(body), Content_Encoding="gzip")
