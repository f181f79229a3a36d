"""What the head of an HTTP answer says, beside its status."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 7 * 24 * 3600.0  # seconds; who asks for more is taken to be mistaken


def media_type(head: Mapping[str, str]) -> tuple[str, str]:
    """The media type and the encoding of the text, "" where the server says none."""
    kind, _, parameters = head.get("Content-Type", "").partition(";")
    charset = re.search(r"charset\s*=\s*\"?([\w.:-]+)", parameters, re.IGNORECASE)
    return kind.strip().lower(), charset[1] if charset else ""


def wait(head: Mapping[str, str]) -> float:
    """For how many seconds the server wants to be left alone (`Retry-After`, or Kinto's `Backoff`); 0 if it does not
    say. A date is meant by the server's own clock."""
    wishes = (_seconds(head.get(name, ""), head.get("Date", "")) for name in ("Retry-After", "Backoff"))
    return min(LONGEST, max(0.0, *wishes))


def modified(head: Mapping[str, str]) -> str:
    """`Last-Modified`, if it is one: a date that is not after that of the answer."""
    changed, answered = _moment(head.get("Last-Modified", "")), _moment(head.get("Date", ""))
    return head["Last-Modified"] if changed and (answered is None or changed <= answered) else ""


def is_earlier(date: str, than: str) -> bool:
    """Whether one `Last-Modified` is before another; an empty one is not."""
    first, second = _moment(date), _moment(than)
    return bool(first and second and first < second)


def _seconds(text: str, date: str) -> float:
    if re.fullmatch(r"\d{1,12}", text.strip()):
        return float(text)
    until = _moment(text)
    return (until - (_moment(date) or datetime.now(UTC))).total_seconds() if until else 0


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
