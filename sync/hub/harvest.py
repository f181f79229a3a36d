"""What feeds say, brought onto the server: only what changed is written, and editors have the last word.

The hub reads feeds into a copy of its own, as a kiosk does, with the same guards; here Kinto is made equal to it. A
correction stays as long as the feed says what it said; a record that an editor deleted stays away as long. What is
pinned, and what no feed brought, is never touched.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from content.batch import batches
from content.record import feed_of
from content.store import Store
from sync.hub.city import City
from sync.hub.following import follow
from sync.hub.kinto import Answer, Request
from sync.hub.ledger import Said
from sync.wire.mirror import Entry
from sync.wire.record import COLLECTIONS, collection_of, digest_of, key_of

_MODIFIED = 412
_TOGETHER = 250


class Deed(NamedTuple):
    """Something to do on the server: write a record, or (`record` is None) take it away."""

    collection: str
    key: str
    id: str
    record: Mapping[str, Any] | None
    digest: str = ""
    corrected: bool = False
    before: Entry | None = None


class FeedReport(msgspec.Struct):
    """How a feed fared. `kept`: corrections that still stand; `replaced`: corrections that the feed's news
    replaced; `pinned`: records that would have changed or gone; `refused`: what the server did not take, and why."""

    feed: str
    state: str = "current"
    message: str = ""
    written: int = 0
    removed: int = 0
    kept: int = 0
    replaced: list[str] = []
    pinned: list[str] = []
    refused: dict[str, str] = {}

    @property
    def failed(self) -> bool:
        """Whether something was tried and did not succeed."""
        return self.state == "failed" or bool(self.refused)

    def sentence(self) -> str:
        """It for an operator, on one line."""
        said = [f"{self.feed}: {self.state}", self.message, f"{self.written} written, {self.removed} removed"]
        said += [f"{self.kept} corrections stand"] if self.kept else []
        for what, ids in (("corrections replaced by the feed", self.replaced), ("pinned, though the feed differs",
                                                                                 self.pinned)):
            said += [f"{what}: {', '.join(ids)}"] if ids else []
        said += [f"refused {record}: {reason}" for record, reason in self.refused.items()]
        return "; ".join(filter(None, said))


class Harvest:
    """Brings what the copy holds onto the server of a city."""

    def __init__(self, city: City, copy: Store, reports: Iterable[FeedReport]) -> None:
        self._city = city
        self._copy = copy
        self._reports = {report.feed: report for report in reports}

    def run(self) -> list[FeedReport]:
        """The reports, completed. Raises `HubError`."""
        fresh = {name: dict[str, Mapping[str, Any]]() for name in COLLECTIONS}
        for body in self._copy.export():
            record = msgspec.json.decode(body)
            if feed_of(record["id"]) in self._reports:
                fresh[collection_of(record)][key_of(record["id"])] = record
        for collection in COLLECTIONS:
            follow(self._city.kinto, self._city.ledger, self._city.bucket, collection)
            self._do(list(self._deeds(collection, fresh[collection])))
        return list(self._reports.values())

    def _deeds(self, collection: str, fresh: Mapping[str, Mapping[str, Any]]) -> Iterator[Deed]:
        said = self._city.ledger.said(collection)
        here = {entry.key: entry for entry in self._city.ledger.mirror(collection).entries()}
        for key, record in fresh.items():
            yield from self._written(Deed(collection, key, record["id"], record, digest_of(record), False,
                                          here.get(key)), said.get(key))
        for key in said.keys() & here.keys() - fresh.keys():
            entry = here[key]
            report = self._reports.get(feed_of(entry.record))
            if report is None or report.state not in {"current", "changed"}:
                continue
            if said[key].pinned:
                report.pinned.append(entry.record)
            else:
                yield Deed(collection, key, entry.record, None, before=entry)

    def _written(self, deed: Deed, said: Said | None) -> Iterator[Deed]:
        report = self._reports[feed_of(deed.id)]
        corrected = bool(said and (deed.before is None or deed.before.digest != (said.stored or said.harvested)))
        if said is None and deed.before:  # an editor's own record has this id
            report.pinned.append(deed.id)
        elif said and said.harvested == deed.digest:
            report.kept += corrected
        elif said and said.pinned and deed.before:
            report.pinned.append(deed.id)
        else:
            yield deed._replace(corrected=corrected)

    def _do(self, deeds: list[Deed]) -> None:
        """Do it, some at a time; what was done is remembered before the next."""
        for some in batches(deeds, _TOGETHER):
            answers = self._city.kinto.batch([self._request(deed) for deed in some])
            with self._city.ledger.writing():
                for deed, answer in zip(some, answers, strict=True):
                    self._note(deed, answer, self._reports[feed_of(deed.id)])

    def _note(self, deed: Deed, answer: Answer, report: FeedReport) -> None:
        if answer.status >= 300:
            report.refused[deed.id] = "an editor is at it; next time" if answer.status == _MODIFIED else answer.reason
            return
        report.state = "changed" if report.state == "current" else report.state
        if deed.record is None:
            self._city.ledger.unhear(deed.collection, [deed.key])
            report.removed += 1
            return
        stored = digest_of(answer.body["data"]["record"])
        self._city.ledger.hear(deed.collection, [Said(deed.key, deed.digest, pinned=False, stored=stored)])
        report.written += 1
        report.replaced += [deed.id] if deed.corrected else []

    def _request(self, deed: Deed) -> Request:
        unchanged = {"If-Match": f'"{deed.before.modified}"'} if deed.before else {"If-None-Match": "*"}
        path = self._city.path(deed.collection, deed.key)
        if deed.record is None:
            return Request("DELETE", path, None, unchanged)
        return Request("PUT", path, {"record": deed.record, "harvested": deed.digest, "pinned": False}, unchanged)
