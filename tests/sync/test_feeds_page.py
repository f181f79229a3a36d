"""What `docs/feeds.md` shows works as it stands there."""

import re
from pathlib import Path

from content.record import Offer
from sync.sources.document import Documents
from sync.sources.geojson import GeoJson
from sync.sources.mapping import ContactMapping, Mapped, PlaceMapping, load, shipped_names

PAGE = Path(__file__).resolve().parents[2] / "docs/feeds.md"


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_example_is_read_by_its_mapping(tmp_path: Path) -> None:
    (tmp_path / "advice.toml").write_text(block("toml"))
    (tmp_path / "advice.geojson").write_text(f'{{"type": "FeatureCollection", "features": [{block("json")}]}}')
    mapping = load(str(tmp_path / "advice.toml"), Documents())
    pull = GeoJson([str(tmp_path / "advice.geojson")], mapping, mapping.feed).pull()
    (offer, _), = pull.records
    assert isinstance(offer, Offer)
    assert (offer.id, offer.texts["de"].title, offer.cost) == ("beratung:12", "Verein Muster e. V.", "free")
    assert offer.places[0].address == "Musterweg 3, 99999 Musterstadt"
    assert offer.places[0].accessibility.wheelchair == "yes"
    assert offer.contacts[0].phones == ("0999 123", "0999 456")
    assert offer.contacts[0].website == "https://www.verein.example"
    assert offer.hours is not None
    assert offer.hours.osm == "Mo-Th 09:00-12:00"
    assert "debts" in offer.topics


def test_it_names_every_field_and_every_shipped_mapping() -> None:
    page = PAGE.read_text(encoding="utf-8")
    names = [*Mapped.__struct_fields__, *PlaceMapping.__struct_fields__, *ContactMapping.__struct_fields__]
    missing = [name for name in (*names, *shipped_names()) if f"`{name}`" not in page and f"`[{name}]`" not in page]
    assert not missing
