"""Districts as data: Lübeck's own, another city's, and distances."""

import json
from pathlib import Path

import pytest

from content.districts import Point, UnreadableDistricts, load_districts, metres


def test_luebeck_has_its_ten_districts_in_official_order() -> None:
    assert load_districts().names == (
        "Innenstadt", "St. Jürgen", "Moisling", "Buntekuh", "St. Lorenz Süd", "St. Lorenz Nord", "St. Gertrud",
        "Schlutup", "Kücknitz", "Travemünde")


@pytest.mark.parametrize(("code", "district"), [
    ("23570", "Travemünde"), ("23552", "Innenstadt"),
    ("23560", ""), ("23558", ""),  # named for two districts
    ("23564", ""), ("23568", ""),  # not known to lie in one
    ("10115", ""), ("", ""),
])
def test_a_postcode_leads_to_a_district_only_where_there_is_one(code: str, district: str) -> None:
    assert load_districts().of_postcode(code) == district


def test_a_centre_is_given_where_it_is_known() -> None:
    districts = load_districts()
    assert districts.centre("Moisling") == Point(53.841111, 10.6325)
    assert districts.centre("St. Lorenz Süd") is None
    assert districts.centre("Nirgendwo") is None


def test_luebeck_agrees_with_the_collected_facts(shared_data: Path) -> None:
    facts = json.loads((shared_data / "luebeck-offers" / "districts.json").read_text(encoding="utf-8"))
    ours = {(district.number, district.name): set(district.postcodes) for district in load_districts().district}
    assert ours == {(district["number"], district["name"]): {entry["postcode"] for entry in district["postcodes"]}
                    for district in facts["districts"]}


def test_another_city_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "flensburg.toml"
    file.write_text('city = "Flensburg"\n[[district]]\nnumber = "01"\nname = "Altstadt"\npostcodes = ["24937"]\n')
    districts = load_districts(file)
    assert (districts.city, districts.names, districts.of_postcode("24937")) == ("Flensburg", ("Altstadt",), "Altstadt")


@pytest.mark.parametrize(("text", "problem"), [
    ('city = "X"', "district"),
    ('city = "X"\n[[district]]\nnumber = 1\nname = "A"', "$.district[0].number"),
    ('city = "X"\n[[district]]\nnumber = "1"\nname = "A"\nlatitude = 530', "$.district[0].latitude"),
    ("city = ", "Invalid value"),
])
def test_a_wrong_file_is_refused_by_name_and_field(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "city.toml"
    file.write_text(text)
    with pytest.raises(UnreadableDistricts) as caught:
        load_districts(file)
    assert "city.toml" in str(caught.value)
    assert problem in str(caught.value)


def test_distances_are_those_of_the_globe() -> None:
    assert metres(53.87, 10.69, 53.87, 10.69) == 0
    assert metres(0, 0, 0, 180) == pytest.approx(20_015_115, rel=1e-6)  # half a great circle of 6371.0088 km
    assert metres(36.12, -86.67, 33.94, -118.4) == pytest.approx(2_886_448, abs=1)  # Nashville to Los Angeles
    assert metres(53.866, 10.685, 53.867, 10.685) == pytest.approx(111.2, abs=0.1)
