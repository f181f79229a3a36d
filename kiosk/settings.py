"""The settings of one kiosk: `settings.toml` in its folder. Everything has a default; no file is needed."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

NAME = "settings.toml"
Theme = Literal["light", "dark", "contrast"]
Land = Literal["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"]

FeedKind = Literal["integreat", "hsds", "geojson", "json"]
Address = Annotated[str, msgspec.Meta(min_length=1)]


class InvalidSettings(ValueError):
    """The file cannot be used; the message names the field and what is wrong."""


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where this kiosk stands: its name as visitors know it, and WGS 84 degrees."""

    name: str = ""
    district: str = ""
    latitude: Annotated[float, msgspec.Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, msgspec.Meta(ge=-180, le=180)] | None = None


class Display(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The screen: dots per inch as measured with a ruler (0: by its size in dots), reading distance in mm."""

    dpi: Annotated[float, msgspec.Meta(ge=0, le=1200)] = 0
    distance: Annotated[float, msgspec.Meta(ge=0, le=3000)] = 0
    theme: Theme = "light"


class Visits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a visit waits without a touch, and how long it then warns, in seconds (WCAG 2.2.1: 20 or more)."""

    idle: Annotated[int, msgspec.Meta(ge=30, le=3600)] = 120
    warning: Annotated[int, msgspec.Meta(ge=20, le=600)] = 30


class Sync(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether and how often, in minutes, this kiosk becomes current by itself."""

    enabled: bool = True
    interval: Annotated[int, msgspec.Meta(ge=1, le=1440)] = 15


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How loud every visit begins, from 1 to 5 in steps of 6 dB (EN 301 549, 5.1.3.13: no more than 65 dBA), and
    whether only headphones or a handset are attached, whatever the name of the device says."""

    volume: Annotated[int, msgspec.Meta(ge=1, le=5)] = 3
    headphones: bool = False


class Feed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A feed this kiosk reads itself. `url` is an address, a path or a list of them; paths are meant from the folder of
    the settings. `name` stands in front of its records' ids ("": as `kiosk import` makes one). `mapping` and
    `language` are for the kinds that take them."""

    kind: FeedKind
    url: Annotated[str, msgspec.Meta(min_length=1)] | Annotated[list[Address], msgspec.Meta(min_length=1)]
    name: Annotated[str, msgspec.Meta(pattern=r"^[^:\s]*$", max_length=100)] = ""
    mapping: str = ""
    language: str = ""

    @property
    def urls(self) -> tuple[str, ...]:
        """All addresses."""
        return (self.url,) if isinstance(self.url, str) else tuple(self.url)


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings. `state` is the Land whose holidays count (ISO 3166-2:DE without "DE-")."""

    city: str = "Hansestadt Lübeck"
    state: Land = "SH"
    place: Place = Place()
    display: Display = Display()
    visits: Visits = Visits()
    sync: Sync = Sync()
    speech: Speech = Speech()
    feeds: tuple[Feed, ...] = ()


def load_settings(folder: Path) -> Settings:
    """The settings in `folder`, or the defaults if there is no file. Raises `InvalidSettings`."""
    file = folder / NAME
    if not file.exists():
        return Settings()
    try:
        return msgspec.toml.decode(file.read_text(encoding="utf-8-sig"), type=Settings)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OSError) as error:
        raise InvalidSettings(f"{file}: {error}") from error
