"""The settings of one kiosk: `settings.toml` in its folder. Everything has a default; no file is needed.

A kiosk of a hub's has a second file there, `provisioning.toml`, which says the rest. `settings.toml` goes before it.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import msgspec

from content.here import Place
from content.language import language

if TYPE_CHECKING:  # a screen that starts waits for nothing of sync
    from sync.feed import Feed
    from sync.wire.provisioning import Provisioning

NAME = "settings.toml"
PROVISIONING = "provisioning.toml"
Form = TypeVar("Form")
Theme = Literal["light", "dark", "contrast"]
Land = Literal["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"]


class InvalidSettings(ValueError):
    """The file cannot be used; the message names the field and what is wrong."""


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
    """Whether and how often, in minutes, this kiosk becomes current by itself, and the folder in which the system shows
    USB sticks ("": they are not looked at)."""

    enabled: bool = True
    interval: Annotated[int, msgspec.Meta(ge=1, le=1440)] = 15
    sticks: str = "/run/anlaufstelle/sticks"


class Keeper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What opens the keeper's screen: a hash that `kiosk pin` makes; "" for nothing."""

    pin: Annotated[str, msgspec.Meta(pattern=r"^(scrypt:[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+)?$")] = ""


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How loud every visit begins, from 1 to 5 in steps of 6 dB (EN 301 549, 5.1.3.13: no more than 65 dBA), and
    whether only headphones or a handset are attached, whatever the name of the device says."""

    volume: Annotated[int, msgspec.Meta(ge=1, le=5)] = 3
    headphones: bool = False


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings. `state` is the Land whose holidays count (ISO 3166-2:DE without "DE-"), `languages` are those
    offered on the start screen, in their order (none: all there are). `feeds` are for a pass, which reads them with
    `load_feeds`: the screen has no use for them, and a fault in one takes nothing from it."""

    city: str = "Hansestadt Lübeck"
    state: Land = "SH"
    place: Place = Place()
    display: Display = Display()
    visits: Visits = Visits()
    sync: Sync = Sync()
    keeper: Keeper = Keeper()
    speech: Speech = Speech()
    feeds: tuple[dict[str, Any], ...] = ()
    languages: tuple[str, ...] = ()


def load_settings(folder: Path) -> Settings:
    """The settings in `folder`, or the defaults where there is no file. Raises `InvalidSettings`."""
    own = _read(folder / NAME, Settings) or Settings()
    _check_languages(folder / NAME, own.languages)
    provisioned = load_provisioning(folder)
    if provisioned is None:
        return own
    said = (_read(folder / NAME, dict[str, Any]) or {}).get("place", {})
    place = {**msgspec.structs.asdict(provisioned.place), **{field: getattr(own.place, field) for field in said}}
    return msgspec.structs.replace(own, place=Place(**place), languages=own.languages or provisioned.languages)


def load_feeds(folder: Path) -> "tuple[Feed, ...]":
    """The feeds this kiosk reads itself. Raises `InvalidSettings`."""
    from sync.feed import Feeds
    said = _read(folder / NAME, Feeds)
    return said.feeds if said else ()


def load_provisioning(folder: Path) -> "Provisioning | None":
    """What the hub's city gave this kiosk on its way; None for one that belongs to no hub. Raises `InvalidSettings`."""
    file = folder / PROVISIONING
    if not file.exists():
        return None
    from sync.wire.provisioning import Provisioning
    provisioned = _read(file, Provisioning)
    if provisioned:
        _check_languages(file, provisioned.languages)
    return provisioned


def _read(file: Path, form: type[Form]) -> Form | None:
    if not file.exists():
        return None
    try:
        return msgspec.toml.decode(file.read_text(encoding="utf-8-sig"), type=form)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OSError) as error:
        raise InvalidSettings(f"{file}: {error}") from error


def _check_languages(file: Path, codes: tuple[str, ...]) -> None:
    for code in codes:
        if language(code) is None:
            raise InvalidSettings(f"{file}: languages: the kiosk does not speak {code!r}")
