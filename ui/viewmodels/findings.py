"""What a report says, in the words of the people who work here: a sentence first, then the facts by groups."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from content.clock import wall
from ui.report import Refusal, Report, Source
from ui.wording import Row, Wording

STALE = timedelta(days=7)  # content is harvested every day; a stick may come once a week
_ADDRESS = re.compile(r"https?://\S+: ")


def verdict(report: Report, wording: Wording) -> Row:
    """Whether the kiosk is `well`, in one sentence (`text`)."""
    words = wording.words
    trouble = _trouble(report, wording)
    if trouble:
        return {"well": False, "text": trouble}
    if not report.sources:
        return {"well": True, "text": words("This kiosk works. It shows what it came with: no source is set up.")}
    if any(source.problem for source in report.sources):
        return {"well": True, "text": words("This kiosk is well. Not everything was reached last time; it tries again"
                                            " by itself.")}
    return {"well": True, "text": words("This kiosk is well, and its content is current.")}


def content_rows(report: Report, wording: Wording) -> Row:
    """Each source: what it is called and how old its content is."""
    return {"title": wording.words("Content"), "rows": [_source(source, wording) for source in report.sources]}


def outbox_rows(report: Report, wording: Wording) -> Row:
    """What waits for the city, and what it did not take; never what somebody said."""
    words = wording.words
    waiting = words.plural("{n} message waits to be sent", "{n} messages wait to be sent", report.waiting)
    rows = [_row("mail", "", waiting if report.waiting else words("Nothing waits to be sent."))]
    if not report.hub and report.waiting:
        rows.append(_row("info", "", words("No hub is set up. The messages are kept until there is one.")))
    return {"title": words("Messages to the city"),
            "rows": rows + [_refused(refusal, wording) for refusal in report.refused]}


def pass_rows(report: Report, wording: Wording) -> Row:
    """When the kiosk last became current, and when it will again."""
    words = wording.words
    last, following = words("Not yet"), words("Switched off in the settings")
    if report.last:
        said = words("{time}, all went well") if report.ok else words("{time}, not everything went well")
        last = said.format(time=_moment(report.last, wording))
    if report.by_itself:
        following = _moment(report.next, wording) if report.next else words("Soon")
    return {"title": words("Becoming current"),
            "rows": [_row("clock", words("Last time"), last, well=report.ok),
                     _row("clock", words("Next time"), following)]}


def device_rows(report: Report, wording: Wording) -> Row:
    """What it runs on."""
    words = wording.words
    origins = {"starter": words("Made from what the program came with"), "backup": words("Put back from the backup"),
               "memory": words("In memory only: the folder cannot be used")}
    sticks = {"": words("None is plugged in"),
              "reading": words("New content is being read …"), "done": words("Its content was read."),
              "older": words("Nothing newer is on it."), "unfit": words("It is not for this device."),
              "empty": words("No content for this device is on it."), "failed": words("It could not be read.")}
    fresh = any(source.checked for source in report.sources) and not report.reason and report.origin != "memory"
    origin = words("In order") if fresh else origins.get(report.origin, words("In order"))
    rows = [_row("source", words("Local copy"), _with(origin, report.reason),
                 well=report.origin != "memory"),
            _row("stick", words("USB stick"), _with(sticks[report.stick], report.stick_message),
                 well=report.stick not in {"unfit", "failed"}),
            _row("web", words("Hub"), f"\u2066{report.hub}\u2069" if report.hub else words("None is set up")),
            _row("info", words("Version"), report.version)]
    return {"title": words("This device"), "rows": rows}


def step(event: Mapping[str, Any], wording: Wording) -> Row | None:
    """What a pass just did; None for what is not worth a line."""
    words = wording.words
    states = {"current": words("Nothing new"), "changed": words("New content was taken"),
              "held": words("Held back for now"), "failed": words("Failed"), "waiting": words("Asked to wait"),
              "delivered": words("Sent"), "refused": words("Not accepted")}
    names = {"delivery": words("Messages to the city"), "fault": words("This device")}
    kind, state = str(event.get("event", "")), _state(event)
    if state not in states:
        return None
    well = state not in {"failed", "refused"}
    return _row("check" if well else "notice", str(event.get("name") or names.get(kind, kind)),
                _with(states[state], str(event.get("message", ""))), well=well)


def _state(event: Mapping[str, Any]) -> str:
    """How that went in a word; "" where nothing was done."""
    if event.get("event") == "delivery":
        counted = ("failed", "trouble"), ("refused", "refused"), ("delivered", "delivered")
        return next((state for state, count in counted if event.get(count)), "")
    return "failed" if event.get("event") == "fault" else str(event.get("state", ""))


def _trouble(report: Report, wording: Wording) -> str:
    """What somebody should do something about; "" for nothing."""
    words = wording.words
    old = [source.name for source in report.sources if _old(source.checked, wording)]
    never = [source.name for source in report.sources if source.checked is None and source.problem]
    if report.origin == "memory":
        return words("The folder of this kiosk cannot be used. Visitors are still served, but nothing new is kept.")
    if old:
        return words("For more than a week there was nothing new from: {names}.", names=_joined(old))
    if never:
        return words("Nothing could be read yet from: {names}.", names=_joined(never))
    if report.reason and not (report.last and report.ok):
        return words("The content was damaged and was put back. It is current again after the next time.")
    if report.refused:
        return words("The city's hub did not accept everything that visitors said.")
    return ""


def _source(source: Source, wording: Wording) -> Row:
    words = wording.words
    records = words.plural("{n} record", "{n} records", source.records)
    if source.checked is None:
        said = words("Not read yet")
    elif source.state == "held":
        said = words("The newest answer is held back, because much was missing in it. Shown is that of {time}.",
                     time=_moment(source.checked, wording))
    elif source.state == "waiting":
        said = words("It asked to be left alone for a while. Shown is what it said {time}.",
                     time=_moment(source.checked, wording))
    elif source.state == "partly":
        said = words("Current, checked {time}, but for some languages. These stay as they were.",
                     time=_moment(source.checked, wording))
    elif source.problem:
        said = words("Current until {time}", time=_moment(source.checked, wording))
    else:
        said = words("Current, checked {time}", time=_moment(source.checked, wording))
    return _row("source" if not source.problem else "notice", f"\u2068{source.name}\u2069 · {records}",
                _with(said, source.problem), well=not source.problem and source.checked is not None)


def _refused(refusal: Refusal, wording: Wording) -> Row:
    words = wording.words
    kinds = {"feedback": words("Was this helpful?"), "comment": words("A sentence about an entry"),
             "nothing-found": words("A search without result"), "wish": words("An idea"), "count": words("Counts")}
    day = wording.full_date(datetime.fromisoformat(refusal.day).date())
    return _row("notice", f"{kinds.get(refusal.kind, refusal.kind)} · {day}",
                _with(words("Not accepted"), refusal.reason), well=False)


def _row(glyph: str, label: str, text: str, *, well: bool = True) -> Row:
    return {"glyph": glyph, "label": label, "text": text, "well": well}


def _with(text: str, detail: str) -> str:
    """A sentence with what the machine has to say to it, which is in English. Addresses are for the log."""
    detail = _ADDRESS.sub("", detail)
    return f"{text}\n\u2068{detail}\u2069" if detail else text


def _joined(names: list[str]) -> str:
    return ", ".join(f"\u2068{name}\u2069" for name in names)


def _old(checked: datetime | None, wording: Wording) -> bool:
    return checked is not None and wording.now() - wall(checked) > STALE


def _moment(at: datetime, wording: Wording) -> str:
    return wording.moment(wall(at))
