"""The ledger follows Kinto by its changes, so that signing costs what changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sync.hub.kinto import HubError, Kinto
from sync.hub.ledger import Ledger, Said
from sync.sources.hub.stage import Staged, staged

_PATIENCE = 100  # rounds after which a server that never stops changing is left for next time


class PutBack(HubError):
    """The server is older than what the hub has seen of it: it was restored from a backup."""


def follow(kinto: Kinto, ledger: Ledger, bucket: str, collection: str) -> int:
    """Bring the mirror up to date; the time (ms) of the collection's state that it then holds, and no other.

    Raises `PutBack`, else `HubError`, with what came in until then kept.
    """
    path = f"/buckets/{bucket}/collections/{collection}/records"
    for _ in range(_PATIENCE):
        since = ledger.cursor(collection)
        page = kinto.page(f"{path}?_sort=last_modified" + (f"&_since={since}" if since else ""))
        if page.timestamp < since:
            raise PutBack(f"{collection}: the server was at {since} and now is at {page.timestamp}; if it was restored"
                          " from a backup, run `hub sign --new-epoch`")
        _keep(ledger, collection, page.records)
        if not page.records:
            return page.timestamp
    raise HubError(f"{collection}: the server is being written to all the time")


def _keep(ledger: Ledger, collection: str, records: Sequence[Mapping[str, Any]]) -> None:
    """A page and its cursor, in one transaction."""
    if not records:
        return
    mirror = ledger.mirror(collection)
    with ledger.writing():
        known = [one for record in records for one in _staged(record)]
        mirror.remove(one.entry.key for one in known if one.body is None)
        mirror.put(one.entry for one in known if one.body is not None)
        ledger.hear(collection, (_said(record) for record in records if record.get("harvested")))
        ledger.note(collection, cursor=records[-1]["last_modified"])


def _staged(record: Mapping[str, Any]) -> Iterator[Staged]:
    return staged(record["id"], record["last_modified"], record.get("record"), deleted=bool(record.get("deleted")))


def _said(record: Mapping[str, Any]) -> Said:
    return Said(record["id"], str(record["harvested"]), record.get("pinned") is True)
