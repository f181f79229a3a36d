"""The line between a kiosk and its hub, on loopback: counts what goes over it, and can be cut or tampered with."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

import requests

_OF_THE_LINE = {"connection", "transfer-encoding", "content-encoding", "content-length", "date", "server"}


class Passing(NamedTuple):
    """A request with its answer, on its way back."""

    method: str
    path: str
    status: int
    head: dict[str, str]
    body: bytes


class Line:
    """Hands requests on to `target`. `change` may make another answer of one, or None of it: then the line is cut
    when the hub has answered."""

    def __init__(self, target: str) -> None:
        self.asked: list[tuple[str, str]] = []
        self.carried = 0
        self.change: Callable[[Passing], Passing | None] = lambda passing: passing
        self.instead = ("", "")  # a word in the paths that kiosks ask for, and what the hub is asked for
        self._target = target
        self._session = requests.Session()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        line = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                line.asked.append((self.command, self.path))
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                passing = line.change(line.hand_on(self.command, self.path, dict(self.headers), body))
                if passing is None:
                    self.close_connection = True
                    return
                line.carried += len(body) + len(passing.body) + sum(map(len, passing.head.values()))
                self.send_response(passing.status)
                for name, value in {**passing.head, "Content-Length": str(len(passing.body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(passing.body)

            def do_GET(self) -> None:
                self.answer()

            def do_PUT(self) -> None:
                self.answer()

            def do_POST(self) -> None:
                self.answer()

            def log_message(self, *args: Any) -> None:
                """Keep the test's output clean."""

        return Handler

    def hand_on(self, method: str, path: str, head: dict[str, str], body: bytes) -> Passing:
        """Ask the hub."""
        head.pop("Host", None)
        address = self._target + path.replace(*self.instead)
        answer = self._session.request(method, address, headers=head, data=body or None, timeout=30)
        kept = {name: value for name, value in answer.headers.items() if name.lower() not in _OF_THE_LINE}
        return Passing(method, path, answer.status_code, kept, answer.content)


@contextmanager
def line_to(target: str) -> Iterator[Line]:
    """A line to a server, up until the end."""
    line = Line(target)
    threading.Thread(target=line._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield line
    finally:
        line._server.shutdown()
        line._server.server_close()
        line._session.close()
