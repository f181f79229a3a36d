"""`hub report` says what visitors told the city, and nothing that leads to one of them."""

import csv
import io
import json
import uuid
from datetime import date

import pytest

from tests.fakes.editor import offer


@pytest.fixture
def box(opened_city):
    """Put something where kiosks do."""
    def put(collection, **data):
        opened_city.kinto.put(opened_city.path(collection, str(uuid.uuid4())), data)
    return put


@pytest.fixture
def told(hub):
    def run(*options):
        done = hub("report", "--from", "2026-10-01", "--to", "2026-11-30", "--json", *options)
        assert done.exit_code == 0, done.output
        return [{name: value for name, value in row.items() if value} for row in json.loads(done.stdout)]
    return run


def count(box, number, day="2026-11-05", **more):
    box("counts", **{"what": "topic", "day": day, "topic": "housing", "district": "Moisling", "language": "ar",
                     "number": number, **more})


def said(box, kind, day="2026-11-05", **body):
    box("feedback", kind=kind, day=day, district="Moisling", body={"language": "ar", **body})


def test_counts_are_summed_by_period_and_facets(box, told):
    count(box, 5)
    count(box, 7, day="2026-11-06")
    count(box, 6, language="de")
    count(box, 9, day="2026-10-31")
    count(box, 99, day="2026-12-01")
    row = {"part": "counts", "what": "topic", "topic": "housing", "district": "Moisling"}
    assert told() == [{**row, "period": "2026-10", "language": "ar", "number": 9},
                      {**row, "period": "2026-11", "language": "ar", "number": 12},
                      {**row, "period": "2026-11", "language": "de", "number": 6}]
    assert told("--per", "topic", "--by", "year") == [
        {"part": "counts", "what": "topic", "topic": "housing", "period": "2026", "number": 27}]


def test_a_count_below_five_is_not_told_whoever_sent_it(box, told):
    count(box, 4)
    count(box, 4, day="2026-11-06")
    assert told() == []


def test_what_single_visitors_said_stands_without_day_and_district(box, told, editor):
    editor.put(offer("1"))
    for answer in ("up", "up", "wrong"):
        said(box, "feedback", record="stadt:1", answer=answer)
    said(box, "comment", record="stadt:1", answer="wrong", words="Die Nummer\nstimmt nicht.")
    said(box, "nothing-found", words="Fahrradkurs")
    said(box, "nothing-found", words="Fahrradkurs", day="2026-11-09")
    said(box, "wish", words="Mehr Bänke")
    about, words = {"record": "stadt:1", "title": "Angebot 1"}, {"part": "words", "language": "ar"}
    assert told() == [
        {"part": "thumbs", "what": "up", **about, "number": 2},
        {"part": "thumbs", "what": "wrong", **about, "number": 1},
        {**words, "what": "comment", **about, "words": "Die Nummer stimmt nicht.", "number": 1},
        {**words, "what": "nothing-found", "words": "Fahrradkurs", "number": 2},
        {**words, "what": "wish", "words": "Mehr Bänke", "number": 1}]


def test_a_spreadsheet_does_not_reckon_with_what_a_visitor_wrote(box, hub):
    said(box, "wish", words="=1+1")
    sheet = hub("report", "--from", "2026-11-01", "--to", "2026-11-30", "--csv").stdout
    assert [row["words"] for row in csv.DictReader(io.StringIO(sheet))] == ["'=1+1"]


def test_what_is_printed_cannot_steer_a_terminal_and_broken_items_are_counted(box, hub):
    said(box, "wish", words="rot \x1b[31m")
    box("feedback", kind=7)
    box("counts", what="topic")
    done = hub("report", "--from", "2026-11-01", "--to", "2026-11-30")
    assert "\x1b" not in done.stdout
    assert "rot" in done.stdout
    assert done.stderr == "2 things that kiosks sent could not be understood\n"


def test_what_a_kiosk_delivers_is_in_the_report(opened_city, hub, kiosk, editor):
    editor.put(offer("1"))
    opened_city.signer.sign()
    kiosk.content()
    day = date(2026, 11, 20)
    outbox = kiosk.outbox()
    outbox.put("feedback", {"record": "stadt:1", "language": "de", "answer": "down"}, day)
    for _ in range(5):
        outbox.count("no-result", "uk", day, district="Moisling")
    outbox.close()
    kiosk.deliver()
    lines = hub("report", "--from", "2026-11-01", "--to", "2026-11-30").stdout.splitlines()
    assert [line.split() for line in lines if line] == [
        ["period", "number", "what", "district", "language"], ["2026-11", "5", "no-result", "Moisling", "uk"],
        ["number", "what", "record", "title"], ["1", "down", "stadt:1", "Angebot", "1"]]


def test_days_on_which_nothing_was_said_and_facets_that_are_none(hub):
    assert hub("report").stdout == "nothing was said on these days\n"
    assert hub("report", "--per", "person").exit_code == 2
