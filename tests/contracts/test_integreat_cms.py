"""Contract with a real Integreat CMS: what it shows is what the copy holds, before and after editors were at work.

The server is the published package, started on loopback by the scripts in `peers/integreat-cms` of the shared folder.
What it shows is asked by its own `truth.py`, which shares no line with the source under test.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import opening_hours
import pytest

from content.language import canonical
from content.record import Guide, Offer
from content.store import Store
from sync.feed import Feed
from sync.reading import LIMITS
from sync.source import NotFound, SourceError
from sync.sources.integreat import Integreat
from tests.sync.passes import Copy

pytestmark = pytest.mark.contract

PACKAGES = Path(tempfile.gettempdir(), "anlaufstelle-integreat-cms-packages")  # kept from run to run
DATE = re.compile(r"\$\d{4}-\d{2}-\d{2}(?=/$)")
HALF_HOURS = [datetime(2027, 3, 1) + timedelta(minutes=15 + 30 * step) for step in range(7 * 48)]  # noqa: DTZ001


class Cms:
    """A running CMS: `base` is its address."""

    def __init__(self, peer: Path, state: Path) -> None:
        self._peer = peer
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port = found.getsockname()[1]
        self._environment = {**os.environ, "ICMS_STATE": str(state), "ICMS_PORT": str(port), "ICMS_VENV": str(PACKAGES)}
        self._environment.pop("PYTHONPATH", None)
        self._elsewhere = state  # the CMS's programs would import this project's packages from the checkout
        self.base = f"http://127.0.0.1:{port}"

    def start(self) -> None:
        """Start it with fresh content; skip the test where its packages cannot be installed (there is no network)."""
        try:
            self.run("start.sh")
        except AssertionError:
            if not list(PACKAGES.glob(".installed-*")):
                pytest.skip("the CMS's packages cannot be installed")
            raise

    def run(self, *command: str, seconds: float = 900) -> str:
        """The output of one of the peer's programs."""
        done = subprocess.run([str(self._peer / command[0]), *command[1:]], env=self._environment, cwd=self._elsewhere,
                              capture_output=True, text=True, timeout=seconds, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def edit(self, program: Path) -> None:
        """Run a program inside the CMS."""
        self.run("run.sh", os.path.relpath(program.resolve(), self._peer.resolve()))

    def truth(self) -> dict[str, Any]:
        """What the server shows."""
        asked = subprocess.run([sys.executable, str(self._peer / "truth.py"), self.base],
                               capture_output=True, text=True, timeout=300, check=True)
        found: dict[str, Any] = json.loads(asked.stdout)["by_language"]
        return found


@pytest.fixture(scope="module")
def cms(shared: Path) -> Iterator[Cms]:
    """A CMS with fresh content; skipped where it cannot run."""
    peer = shared / "peers/integreat-cms"
    if not (peer / "start.sh").exists():
        pytest.skip(f"no CMS to start at {peer}")
    if not Path(os.environ.get("ICMS_PGBIN", "/usr/lib/postgresql/15/bin"), "initdb").exists():
        pytest.skip("the CMS needs PostgreSQL 15 (apt install postgresql)")
    state = Path(tempfile.mkdtemp(prefix="icms-"))
    state.chmod(0o755)  # PostgreSQL runs as a user of its own
    running = Cms(peer, state)
    try:
        running.start()
        yield running
    finally:
        running.run("stop.sh")
        shutil.rmtree(state, ignore_errors=True)


def held(copy: Copy) -> dict[str, Offer | Guide]:
    """The records of the region in the copy, by id."""
    with closing(Store(copy.folder / "content.db")) as store:
        return {record.id: record for record in store.records("m")}


def compare(records: dict[str, Offer | Guide], truth: dict[str, Any], emptied: str = "") -> None:
    """The copy of the region against what the server shows of it. In place of a text that was `emptied` (the title of
    its page) it shows that there are some in other languages, which is none."""
    expected = {f"m:{DATE.sub('', path)}" for kind in ("pages", "locations", "events") for path in truth["de"][kind]}
    assert records.keys() == expected
    assert {language for record in records.values() for language in record.texts} == set(map(canonical, truth))
    for language, kinds in truth.items():
        compare_titles(records, truth["de"], language, kinds)
    for path, shown in truth["de"]["locations"].items():
        compare_place(records[f"m:{path}"], shown)
    for path, guide in ((path, records[f"m:{path}"]) for path in truth["de"]["pages"]):
        assert isinstance(guide, Guide)
        parent = truth["de"]["pages"][path]["parent"]
        assert guide.parent == (f"m:{parent}" if parent else "")
        shown = truth["de"]["pages"][path]
        assert bool(guide.texts["de"].blocks) == (bool(shown["content"]) and shown["title"] != emptied)


def compare_titles(records: dict[str, Any], german: Any, language: str, kinds: Any) -> None:
    """Every title the server has in a language is in the copy, and no German one under another language's name."""
    texts = [record.texts.get(canonical(language)) for record in records.values()]
    own = sorted(text.title for text in texts if text)
    pages = [page["title"] for page in kinds["pages"].values()]
    places = [place["title"] for place in kinds["locations"].values() if not place["fallback"]]
    known = {(event["title"], event["content"]) for event in german["events"].values()}
    events = {DATE.sub("", path): event for path, event in kinds["events"].items()
              if language == "de" or (event["title"], event["content"]) not in known}
    assert own == sorted([*pages, *places, *(event["title"] for event in events.values())]), language


def compare_place(offer: Any, shown: Any) -> None:
    assert isinstance(offer, Offer)
    place = offer.places[0]
    assert place.address.startswith(shown["address"])
    assert (place.latitude, place.longitude) == (shown["latitude"], shown["longitude"])
    assert place.accessibility.wheelchair == {True: "yes", False: "no", None: "unknown"}[shown["barrier_free"]]
    assert bool(offer.hours and offer.hours.temporarily_closed) == shown["temporarily_closed"]
    if shown["opening_hours"] and not shown["temporarily_closed"]:
        assert offer.hours is not None
        hours = opening_hours.OpeningHours(offer.hours.osm)
        wrong = [when for when in HALF_HOURS if is_open(hours, when) != says_open(shown["opening_hours"], when)]
        assert not wrong, (offer.id, offer.hours.osm, shown["opening_hours"])


def is_open(hours: opening_hours.OpeningHours, when: datetime) -> bool:
    """Open without a word of an appointment."""
    state, comment = hours.state(when)
    return state == opening_hours.State.OPEN and not comment


def says_open(week: Any, when: datetime) -> bool:
    all_day, closed, appointment, slots = week[when.weekday()]
    clock = f"{when:%H:%M}"
    return not closed and not appointment and (all_day or any(begins <= clock < ends for begins, ends in slots))


def test_passes_over_a_region_in_all_its_languages_before_and_after_edits(cms: Cms, tmp_path: Path) -> None:
    copy = Copy(tmp_path, Feed("integreat", f"{cms.base}/musterstadt", "m"))
    before = cms.truth()
    first, = copy.sync(LIMITS)
    assert (first.state, first.message, first.added) == ("changed", "", len(held(copy)))
    compare(held(copy), before)
    again, = copy.sync(LIMITS)
    assert (again.state, again.message) == ("current", "")

    cms.edit(Path(__file__).with_name("cms_edit.py"))
    after = cms.truth()
    assert before.keys() - after.keys() == {"uk"}
    edited, = copy.sync(LIMITS)
    assert (edited.state, edited.message, edited.added, edited.removed) == ("changed", "", 1, 4)
    records = held(copy)
    compare(records, after, emptied="Müll trennen")
    assert records["m:/musterstadt/de/locations/bürgerbüro-mitte/"].texts["tr"].title == "Vatandaş Bürosu"


def test_what_the_server_says_of_regions_that_are_not_there(cms: Cms) -> None:
    for region in ("altenau", "nowhere"):
        with pytest.raises(NotFound):
            Integreat(f"{cms.base}/{region}", "m").pull()
    with pytest.raises(SourceError):
        Integreat(f"{cms.base}/de/musterstadt", "m").pull()
    assert len(Integreat(f"{cms.base}/hinterland", "h").pull().records) == 1
