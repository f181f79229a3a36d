"""A feed in the words of the settings, of a kiosk's and of a hub's alike. Nothing here reads one."""

from typing import Annotated, Literal

import msgspec

FeedKind = Literal["integreat", "hsds", "geojson", "json"]
Address = Annotated[str, msgspec.Meta(min_length=1)]


class Feed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A feed that is read here. `url` is an address, a path or a list of them; paths are meant from the folder of
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


class Feeds(msgspec.Struct, frozen=True):
    """The feeds among the settings of a kiosk."""

    feeds: tuple[Feed, ...] = ()
