"""A language of a region that cannot be read keeps its texts in the copy; everything else becomes current."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from content.store import Store
from kiosk.cli import main
from sync.feed import Feed
from tests.fakes.feed_server import Answer, FeedServer, answer
from tests.sync.passes import Copy

ALL = ("de", "en", "tr")
OLD, NEW = "Mon, 02 Nov 2026 10:00:00 GMT", "Tue, 03 Nov 2026 10:00:00 GMT"
GERMAN = {"de/arzt/": {"de": "Arzt"}, "de/bus/": {"de": "Bus"}}
BROKEN = {"gone": (answer("{}", 404), "HTTP 404"), "ill": (answer("", 500), "HTTP 500"),
          "cut off": (answer('[{"path": "/s'), "broken JSON"), "no list": (answer("{}"), "a list of entries"),
          "a web page": (answer("<html>", Content_Type="text/html"), "a web page")}


class Region:
    """A region on a server. `pages` are by name: the title in each language, which has the page at that name."""

    def __init__(self, server: FeedServer) -> None:
        self.server = server
        self.languages: tuple[str, ...] = ALL
        self.pages: dict[str, dict[str, str]] = {
            "wohnen": {"de": "Wohnen", "en": "Housing", "tr": "Konut"}, "kita": {"de": "Kita", "en": "Day care"},
            "rent": {"en": "Rent", "tr": "Kira"}, "jobs": {"en": "Jobs"},
            "arzt": {"de": "Arzt"}, "bus": {"de": "Bus"}}
        self.younger = "en"
        self.show()

    def show(self, **head: str) -> None:
        """Let the server answer with what there is now."""
        self.server.json("/api/v3/regions/stadt/", {"languages": [{"code": code} for code in self.languages]})
        for code in self.languages:
            for kind in ("locations", "events"):
                self.server.json(f"/api/v3/stadt/{code}/{kind}/", [])
            pages = [self._page(name, code) for name, titles in self.pages.items() if code in titles]
            self.server.json(f"/api/v3/stadt/{code}/pages/", pages, **head)

    def fail(self, code: str, how: Answer, kind: str = "pages") -> None:
        """Break the list of a language."""
        self.server.routes[f"/api/v3/stadt/{code}/{kind}/"] = how

    def _page(self, name: str, code: str) -> dict[str, Any]:
        others = [other for other in self.languages if other in self.pages[name] and other != code]
        month = 6 if code == self.younger else 5
        return {"id": 1, "path": f"/stadt/{code}/{name}/", "url": f"https://a.example/stadt/{code}/{name}/",
                "title": self.pages[name][code], "content": "<p>Text</p>", "order": 1,
                "last_updated": f"2026-0{month}-04T08:00:00+02:00",
                "available_languages": {other: {"path": f"/stadt/{other}/{name}/"} for other in others}}


@pytest.fixture
def region(server: FeedServer) -> Region:
    return Region(server)


@pytest.fixture
def copy(tmp_path: Path, region: Region) -> Copy:
    """A copy that holds all of the region."""
    made = Copy(tmp_path / "kiosk", Feed("integreat", f"{region.server.url}/stadt", "s"))
    assert made.one().added == 6
    return made


def titles(copy: Copy) -> dict[str, dict[str, str]]:
    """The titles of each record, by its id without what is the same in all."""
    return {record["id"].removeprefix("s:/stadt/"): {code: text["title"] for code, text in record["texts"].items()}
            for record in map(json.loads, copy.held()) if record["id"].startswith("s:")}


def problem(copy: Copy) -> str:
    with closing(Store(copy.folder / "content.db")) as store:
        return next(state.problem for state in store.feeds() if state.name == "s")


@pytest.mark.parametrize("kind", ["pages", "events"])
@pytest.mark.parametrize(("how", "why"), BROKEN.values(), ids=BROKEN)
def test_what_fails_stays_as_it_is_and_is_said_pass_after_pass(
        copy: Copy, region: Region, how: Answer, why: str, kind: str) -> None:
    before = copy.held()
    region.fail("en", how, kind)
    for _ in range(3):
        event = copy.one()
        assert event.state == "current"
        assert f"/stadt/en/{kind}/: {why}" in event.message
        assert copy.held() == before
    assert problem(copy) == event.message
    region.show()
    assert (copy.one().message, copy.held(), problem(copy)) == ("", before, "")


def test_the_other_languages_become_current_meanwhile(copy: Copy, region: Region) -> None:
    region.pages["wohnen"] |= {"de": "Wohnung", "en": "Flats"}
    region.pages["rent"]["tr"] = "Kiralar"
    region.pages["neu"] = {"de": "Neu", "en": "New"}
    del region.pages["kita"], region.pages["jobs"]
    region.show()
    region.fail("en", answer("", 500))
    event = copy.one()
    assert (event.state, event.added, event.changed, event.removed) == ("changed", 1, 2, 1)
    assert titles(copy) == {
        "de/wohnen/": {"de": "Wohnung", "en": "Housing", "tr": "Konut"}, "de/neu/": {"de": "Neu"},
        "en/rent/": {"en": "Rent", "tr": "Kiralar"}, "en/jobs/": {"en": "Jobs"}} | GERMAN
    region.show()
    assert (copy.one().changed, region.pages.keys()) == (2, {"wohnen", "rent", "arzt", "bus", "neu"})
    assert titles(copy) == {
        "de/wohnen/": {"de": "Wohnung", "en": "Flats", "tr": "Konut"}, "de/neu/": {"de": "Neu", "en": "New"},
        "en/rent/": {"en": "Rent", "tr": "Kiralar"}} | GERMAN


def test_after_a_failure_the_copy_is_the_same_as_one_that_saw_none(
        copy: Copy, region: Region, tmp_path: Path) -> None:
    for code in ("en", "tr"):
        region.pages["wohnen"]["de"] += "!"
        region.show()
        region.fail(code, answer("", 500))
        copy.one()
    region.show()
    copy.one()
    fresh = Copy(tmp_path / "fresh", *copy.feeds)
    fresh.one()
    assert copy.held() == fresh.held()


def test_a_language_out_of_the_list_of_the_region_loses_its_texts(copy: Copy, region: Region) -> None:
    region.languages = ("de", "tr")
    region.show()
    region.fail("tr", answer("", 500))
    copy.one()
    assert titles(copy) == {"de/wohnen/": {"de": "Wohnen", "tr": "Konut"}, "de/kita/": {"de": "Kita"}} | GERMAN


def test_nothing_older_is_taken_while_a_language_fails(copy: Copy, region: Region) -> None:
    region.pages["wohnen"] |= {"de": "Neu", "tr": "Yeni"}
    region.show(Last_Modified=NEW)
    region.fail("en", answer("", 500))
    copy.one()
    before = copy.held()
    region.pages["wohnen"]["tr"] = "Eski"
    region.show(Last_Modified=OLD)
    region.fail("en", answer("", 500))
    assert (copy.one().state, copy.held()) == ("held", before)


def test_an_import_by_hand_says_so_and_keeps_it_too(copy: Copy, region: Region) -> None:
    region.pages["wohnen"]["de"] = "Wohnung"
    region.show()
    region.fail("en", answer("", 500))
    url = f"{region.server.url}/stadt"
    done = CliRunner().invoke(main, ["import", "integreat", url, "--feed", "s", "--json", "--data", str(copy.folder)])
    assert (done.exit_code, json.loads(done.stdout)["missing"]) == (
        0, {"en": f"{region.server.url}/api/v3/stadt/en/pages/: HTTP 500"})
    assert titles(copy)["de/wohnen/"] == {"de": "Wohnung", "en": "Housing", "tr": "Konut"}
