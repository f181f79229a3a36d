"""Settings: none are needed, and a wrong one is named."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from content.here import Place
from content.hours.holiday import LAENDER
from kiosk.settings import (
    NAME,
    Display,
    InvalidSettings,
    Keeper,
    Land,
    Settings,
    Speech,
    Sync,
    Theme,
    Visits,
    load_feeds,
    load_settings,
)
from sync.feed import Feed, FeedKind
from sync.feeds import KINDS
from ui.viewmodels.visit import THEMES

ALL = """
languages = ["de", "ar"]
city = "Stadt"
state = "HH"
[place]
name = "Bibliothek"
district = "Innenstadt"
latitude = 53.8
longitude = 10
[display]
dpi = 96
distance = 600
theme = "contrast"
[visits]
idle = 60
warning = 25
[sync]
enabled = false
interval = 60
sticks = "/media/kiosk"
[keeper]
pin = "scrypt:AAAA:BBBB"
[speech]
volume = 2
headphones = true
[[feeds]]
kind = "hsds"
url = "https://a.example/v3"
name = "dienste"
language = "de"
[[feeds]]
kind = "json"
url = ["a.json", "b.json"]
mapping = "berlin-fairgnuegen"
"""


@dataclass
class Wrong:
    text: str
    field: str


def write(folder: Path, text: str | bytes) -> Path:
    (folder / NAME).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def test_no_file_no_folder_and_an_empty_file_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == load_settings(tmp_path / "none") == Settings()
    assert load_settings(write(tmp_path, "")) == Settings()
    assert load_feeds(tmp_path) == load_feeds(tmp_path / "none") == ()


def test_the_defaults(tmp_path: Path) -> None:
    made = load_settings(tmp_path)
    assert (made.city, made.state, made.place) == ("Hansestadt Lübeck", "SH", Place())
    assert (made.display, made.visits, made.sync) == (
        Display(0, 0, "light"), Visits(120, 30), Sync(enabled=True, interval=15, sticks="/run/anlaufstelle/sticks"))
    assert made.speech == Speech(3, headphones=False)


def test_every_setting(tmp_path: Path) -> None:
    made = load_settings(write(tmp_path, ALL))
    assert made == Settings(
        "Stadt", "HH", Place("Bibliothek", "Innenstadt", 53.8, 10.0), Display(96, 600, "contrast"), Visits(60, 25),
        Sync(enabled=False, interval=60, sticks="/media/kiosk"), Keeper("scrypt:AAAA:BBBB"),
        Speech(2, headphones=True), made.feeds, ("de", "ar"))
    assert load_feeds(tmp_path) == (Feed("hsds", "https://a.example/v3", "dienste", language="de"),
                                    Feed("json", ["a.json", "b.json"], mapping="berlin-fairgnuegen"))


def test_what_is_not_said_is_the_default(tmp_path: Path) -> None:
    made = load_settings(write(tmp_path, "[visits]\nidle = 60"))
    assert (made.visits, made.city) == (Visits(60, 30), "Hansestadt Lübeck")


def test_what_may_be_chosen_is_what_there_is() -> None:
    assert get_args(Theme) == THEMES
    assert get_args(Land) == LAENDER
    assert set(get_args(FeedKind)) == KINDS.keys()


@pytest.mark.parametrize("wrong", [
    Wrong("city = 1", "$.city"), Wrong('state = "XX"', "$.state"), Wrong('state = "sh"', "$.state"),
    Wrong("place = 1", "$.place"), Wrong("[place]\nname = 1", "$.place.name"),
    Wrong("[place]\ndistrict = []", "$.place.district"),
    Wrong("[place]\nlatitude = 91", "$.place.latitude"), Wrong("[place]\nlatitude = nan", "$.place.latitude"),
    Wrong('[place]\nlongitude = "10"', "$.place.longitude"), Wrong("[place]\nlongitude = -181", "$.place.longitude"),
    Wrong("[display]\ndpi = -1", "$.display.dpi"), Wrong("[display]\ndpi = inf", "$.display.dpi"),
    Wrong("[display]\ndistance = 3001", "$.display.distance"), Wrong('[display]\ntheme = "purple"', "$.display.theme"),
    Wrong("[visits]\nidle = 29", "$.visits.idle"), Wrong("[visits]\nidle = 3601", "$.visits.idle"),
    Wrong("[visits]\nwarning = 19", "$.visits.warning"), Wrong("[visits]\nwarning = 20.5", "$.visits.warning"),
    Wrong('[keeper]\npin = "2468"', "$.keeper.pin"), Wrong("[keeper]\npin = 2468", "$.keeper.pin"),
    Wrong("[sync]\nenabled = 1", "$.sync.enabled"), Wrong("[sync]\ninterval = 0", "$.sync.interval"),
    Wrong("[sync]\ninterval = 1441", "$.sync.interval"),
    Wrong("languages = 'de'", "$.languages"), Wrong("languages = ['de', 'xx']", "'xx'"),
    Wrong("feeds = 1", "$.feeds"),
], ids=lambda wrong: wrong.text.replace("\n", " "))
def test_a_wrong_value_is_named_with_the_file(tmp_path: Path, wrong: Wrong) -> None:
    with pytest.raises(InvalidSettings) as caught:
        load_settings(write(tmp_path, wrong.text))
    assert wrong.field in str(caught.value)
    assert str(tmp_path / NAME) in str(caught.value)


@pytest.mark.parametrize("wrong", [
    Wrong("[[feeds]]\nurl = 'x'", "`kind`"), Wrong("[[feeds]]\nkind = 'json'", "`url`"),
    Wrong("[[feeds]]\nkind = 'gopher'\nurl = 'x'", "$.feeds[0].kind"),
    Wrong("[[feeds]]\nkind = 'json'\nurl = ''", "$.feeds[0].url"),
    Wrong("[[feeds]]\nkind = 'json'\nurl = []", "$.feeds[0].url"),
    Wrong("[[feeds]]\nkind = 'json'\nurl = 'x'\nname = 'a:b'", "$.feeds[0].name"),
    Wrong("[[feeds]]\nkind = 'json'\nurl = 'x'\nmapping = 1", "$.feeds[0].mapping"),
], ids=lambda wrong: wrong.text.replace("\n", " "))
def test_a_wrong_feed_is_named_and_takes_nothing_from_the_screen(tmp_path: Path, wrong: Wrong) -> None:
    with pytest.raises(InvalidSettings) as caught:
        load_feeds(write(tmp_path, f"city = 'Stadt'\n{wrong.text}"))
    assert wrong.field in str(caught.value)
    assert str(tmp_path / NAME) in str(caught.value)
    assert load_settings(tmp_path).city == "Stadt"


@pytest.mark.parametrize("text", ["town = 1", "[place]\ntown = 1", "[display]\ntown = 1", "[visits]\ntown = 1"])
def test_an_unknown_field_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidSettings, match="unknown field `town`"):
        load_settings(write(tmp_path, text))


@pytest.mark.parametrize("text", [b"\xff\xfe", b"city = ", b"[visits\n", b"\0", b"city = 'a'\ncity = 'b'",
                                  b"a = " + b"[" * 5000])
def test_a_file_that_is_none_is_an_error_of_the_settings(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(InvalidSettings, match=NAME):
        load_settings(write(tmp_path, text))


def test_a_folder_in_place_of_the_file_is_an_error_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(InvalidSettings, match=NAME):
        load_settings(tmp_path)


def test_a_file_as_windows_writes_it_is_read(tmp_path: Path) -> None:
    made = load_settings(write(tmp_path, "\ufeffcity = 'Stadt'\r\nstate = 'HH'\r\n".encode()))
    assert (made.city, made.state) == ("Stadt", "HH")


def test_all_of_it_is_tried() -> None:
    """Each field of the settings stands in `ALL` with another value than its default."""
    def differ(given: msgspec.Struct, usual: msgspec.Struct) -> None:
        for name in given.__struct_fields__:
            value, default = getattr(given, name), getattr(usual, name)
            assert value != default, name
            if isinstance(value, msgspec.Struct):
                differ(value, default)
    differ(msgspec.toml.decode(ALL, type=Settings), Settings())
