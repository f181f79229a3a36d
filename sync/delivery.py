"""Delivering the outbox to the hub, as a step of a pass."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

from content.batch import batches
from sync.event import DeliveryEvent
from sync.outbox import COUNT, Item, Outbox
from sync.source import SourceError
from sync.sources.hub.client import BATCH, Client, Outcome, Refused, Resting
from sync.wire import sealed

_DELIVERED = {HTTPStatus.CREATED, HTTPStatus.PRECONDITION_FAILED}
_REFUSED = {HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.REQUEST_ENTITY_TOO_LARGE}


class Delivery:
    """Delivers what waits in the outbox at `file`; `district` is where this kiosk stands. Days end by the clock on the
    wall; `now` is aware."""

    def __init__(self, file: Path, client: Client, district: str, now: Callable[[], datetime]) -> None:
        self._file = file
        self._client = client
        self._district = district
        self._now = now

    def run(self) -> Iterator[DeliveryEvent]:
        """One event if there was something to deliver."""
        with closing(Outbox(self._file)) as outbox:
            outbox.freeze(self._now().astimezone().date())
            waiting = [item for item in outbox.items() if not item.refused]
            if waiting:
                yield self._deliver(outbox, waiting)

    def _deliver(self, outbox: Outbox, waiting: Sequence[Item]) -> DeliveryEvent:
        delivered, refused, messages, trouble = 0, 0, set[str](), False
        try:
            for batch in batches(waiting, BATCH):
                for item, outcome in zip(batch, self._put(batch), strict=True):
                    _settle(outbox, item, outcome)
                    delivered += outcome.status in _DELIVERED
                    refused += outcome.status in _REFUSED
                    messages |= {str(outcome)} - {""} if outcome.status not in _DELIVERED else set()
        except SourceError as error:
            messages, trouble = {error.reason}, not isinstance(error, Resting)
        left = len(waiting) - delivered - refused
        return DeliveryEvent(delivered=delivered, refused=refused, waiting=left, message="; ".join(sorted(messages)),
                             trouble=trouble or (left > 0 and not self._client.rest), wait=self._client.rest)

    def _put(self, batch: Sequence[Item]) -> Sequence[Outcome]:
        """What the hub says to each. Where it does not take the batch for what it is, each goes alone."""
        items = [to_send(item, self._district) for item in batch]
        try:
            return self._client.deliver(items)
        except Refused as error:
            if error.status not in _REFUSED:
                raise
            if len(items) > 1:
                return [outcome for item in batch for outcome in self._put([item])]
            return [Outcome(error.status)]


def _settle(outbox: Outbox, item: Item, outcome: Outcome) -> None:
    if outcome.status in _DELIVERED:
        outbox.delivered([item.id])
    elif outcome.status in _REFUSED:
        outbox.refuse(item.id, str(outcome))


def to_send(item: Item, district: str) -> sealed.Item:
    """An item as it lies on the hub. It does not say which kiosk it came from."""
    if item.kind == COUNT:
        return sealed.Item(item.id, "counts", {**item.body, "day": item.day})
    return sealed.Item(item.id, "feedback",
                       {"kind": item.kind, "day": item.day, "district": district, "body": item.body})
