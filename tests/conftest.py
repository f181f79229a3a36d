"""What all tests share."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kiosk.garbage import collect_when_due
from kiosk.immortals import immortalise
from sync.hub.settings import Settings
from tests.fakes.hub_server import City, found, hub_server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")
os.environ.setdefault("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1")
os.environ.setdefault("QT_VIRTUALKEYBOARD_STYLE", "kiosk")
# As in kiosk.qt.QUIET; a message from a thread of Qt's would wait for pytest-qt's handler, and that for the thread
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver=false;qt.qml.propertyCache.append=false")
immortalise()
gc.disable()  # as in the program, only Qt's thread collects

ROOT = Path(__file__).resolve().parent.parent

# The same examples in every run: a change is to blame for what fails after it, and a busy machine never is
settings.register_profile("suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of references and real data beside the checkout, or where ANLAUFSTELLE_SHARED says."""
    folder = Path(os.environ.get("ANLAUFSTELLE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no real data at {folder} (set ANLAUFSTELLE_SHARED)")
    return folder


@pytest.fixture(scope="session")
def shared_data(shared: Path) -> Path:
    """Real data that nobody here wrote."""
    return shared / "data"


@pytest.fixture(scope="session")
def hub_in_memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A Kinto that all tests of a worker share; each has a bucket of its own (`city`)."""
    with hub_server(tmp_path_factory.mktemp("hub")) as running:
        yield running


@pytest.fixture
def city(hub_in_memory: Settings, tmp_path: Path) -> City:
    """A city with a bucket that `hub init` has set up."""
    return found(hub_in_memory, tmp_path / "city")


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """What a test left behind goes between the tests, on this thread."""
    yield
    collect_when_due()
