"""A sign of life for the hub, as the last step of a pass."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from sync.event import Fault
from sync.outbox import Outbox
from sync.source import SourceError
from sync.sources.hub.client import Client, Refused
from sync.sources.hub.memory import GREETED, HubMemory

EVERY = timedelta(hours=6)
"""How long after the last sign the next one comes, if there is nothing else to say."""


class Greeting:
    """Says which version runs here, of what time the content is, and how much waits. `now` is aware."""

    def __init__(self, memory: HubMemory, outbox: Path, client: Client, version: str,
                 now: Callable[[], datetime]) -> None:
        self._memory = memory
        self._outbox = outbox
        self._client = client
        self._version = version
        self._now = now

    def run(self) -> Iterator[Fault]:
        """Nothing to say if it went well, or if the hub cannot be reached: that was said before. How long the hub wants
        to be left alone after all of the pass is kept for the next one."""
        yield from self._greet()
        self._memory.keep_rest(self._now(), self._client.rest)

    def _greet(self) -> Iterator[Fault]:
        with closing(Outbox(self._outbox)) as outbox:
            waiting = len(outbox.items())
        sign = {"version": self._version, "content": dict(self._memory.timestamps()), "waiting": waiting}
        if not self._due(sign):
            return
        now = self._now()
        greeting = {**sign, "at": now.isoformat(timespec="seconds")}
        try:
            self._client.greet(greeting)
        except Refused as error:
            yield Fault(message=f"the hub does not take this kiosk's sign of life: {error.reason}")
        except SourceError:
            return
        else:
            self._memory.set(GREETED, msgspec.json.encode(greeting).decode())

    def _due(self, sign: dict[str, Any]) -> bool:
        kept = self._memory.get(GREETED)
        if not kept:
            return True
        last = msgspec.json.decode(kept)
        passed = self._now() - datetime.fromisoformat(last.pop("at"))
        return bool(last != sign or not timedelta(0) <= passed < EVERY)
