"""`kiosk speak`, as operators call it."""

import json
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from content.reading import guide_in, offer_in
from content.record import Guide, Offer
from content.spoken import page
from kiosk.cli import main
from kiosk.folder import open_copy

GUIDE = "help:emergency-calls"


def speak(folder: Path, record: str, language: str, *more: str):
    """The result, the length of the sound in ms, and the marks."""
    wav, marks = folder / "out.wav", folder / "out.jsonl"
    result = CliRunner().invoke(main, ["speak", record, "--lang", language, "--wav", str(wav), "--marks", str(marks),
                                       "--data", str(folder / "data"), *more])
    if result.exit_code:
        return result, 0, []
    with wave.open(str(wav)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        length = sound.getnframes() * 1000 // sound.getframerate()
    return result, length, [json.loads(line) for line in marks.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("language", ["de", "de-simple", "ar", "uk"])
def test_every_mark_names_a_word_of_its_block_in_order(tmp_path, language):
    _, length, marks = speak(tmp_path, GUIDE, language)
    guide = open_copy(tmp_path / "data").get(GUIDE)
    assert isinstance(guide, Guide)
    blocks = page(guide_in(guide, language).text)
    assert {mark["block"] for mark in marks} == set(range(len(blocks)))
    for mark in marks:
        assert blocks[mark["block"]].text[mark["start"]:mark["start"] + mark["length"]] == mark["word"] != ""
    places = [(mark["block"], mark["start"], mark["ms"]) for mark in marks]
    assert places == sorted(places)
    assert all(before["ms"] <= after["ms"] for before, after in pairwise(marks))
    assert marks[-1]["ms"] < length


def test_an_offer_is_read_in_the_language_it_has(tmp_path):
    store = open_copy(tmp_path / "data")
    offer = next(offer for offer, in store.db.execute("SELECT id FROM record WHERE id LIKE 'starter:%'"))
    _, _, marks = speak(tmp_path, offer, "ps")
    record = store.get(offer)
    assert isinstance(record, Offer)
    assert marks[0]["word"] in offer_in(record, "ps").text.title


def test_fast_takes_less_time_than_slow(tmp_path):
    slow, fast = (speak(tmp_path, "help:making-an-appointment", "de", "--speed", speed) for speed in ("slow", "fast"))
    assert fast[1] < 0.8 * slow[1]


def test_what_is_not_there_is_said(tmp_path):
    result, _, _ = speak(tmp_path, "help:nothing", "de")
    assert result.exit_code == 1
    assert "help:nothing" in result.output
    assert CliRunner().invoke(main, ["speak"]).exit_code == 2
