"""`python -m sync.hub.trial SETTINGS`: puts the program's own places onto a hub, so that there is something to see."""

import sys
from pathlib import Path
from typing import Any

import msgspec

from content import wire
from content.authored import read_folder
from content.builtin import FOLDERS, STARTER
from sync.hub.city import City, opened
from sync.hub.kinto import Request
from sync.hub.settings import load_settings
from sync.wire.record import collection_of, key_of

FEED = "trial"


def fill(city: City) -> int:
    """Put them there and sign; how many there are. On kiosks they are of the feed `trial`. Raises `HubError`."""
    records = [_renamed(msgspec.json.decode(wire.encode(record)))
               for record in read_folder(FOLDERS[STARTER], STARTER, reject=lambda _: None)]
    city.kinto.batch([Request("PUT", city.path(collection_of(record), key_of(record["id"])), {"record": record})
                      for record in records])
    city.signer.sign()
    return len(records)


def _renamed(record: dict[str, Any]) -> dict[str, Any]:
    """The record under the name of another feed: that of the program's own is taken on every kiosk."""
    key = record["id"].partition(":")[2]
    return {**record, "id": f"{FEED}:{key}", "source": {**record["source"], "feed": FEED}}


if __name__ == "__main__":
    with opened(load_settings(Path(sys.argv[1]))) as opened_city:
        fill(opened_city)
