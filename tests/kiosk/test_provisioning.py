"""One file in the kiosk's folder makes it one of a hub's; what the settings say goes before it."""

from pathlib import Path

import pytest
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from content.here import Place
from kiosk.settings import NAME, PROVISIONING, InvalidSettings, load_provisioning, load_settings
from sync.wire.key import to_text
from sync.wire.provisioning import Hub, Provisioning
from ui.viewmodels.visit import Visit

HUB = Hub("https://hub.example.org/v1", "luebeck", "bibliothek-1", "geheim",
          to_text(SigningKey(b"s" * 32).verify_key), to_text(PrivateKey(b"p" * 32).public_key))
GIVEN = Provisioning(HUB, Place("Bibliothek", "St. Lorenz", 53.87, 10.69), ("ar", "de"))


def drop(folder: Path, given: Provisioning = GIVEN) -> Path:
    (folder / PROVISIONING).write_text(given.text(), encoding="utf-8")
    return folder


def test_the_file_says_hub_place_and_languages(tmp_path: Path) -> None:
    drop(tmp_path)
    assert load_provisioning(tmp_path) == GIVEN
    made = load_settings(tmp_path)
    assert (made.place, made.languages) == (Place("Bibliothek", "St. Lorenz", 53.87, 10.69), ("ar", "de"))


def test_without_the_file_a_kiosk_belongs_to_no_hub(tmp_path: Path) -> None:
    assert load_provisioning(tmp_path) is None


def test_what_the_settings_say_goes_before_it_field_by_field(tmp_path: Path) -> None:
    (drop(tmp_path) / NAME).write_text('languages = ["tr"]\n[place]\nname = "Lesesaal"\nlatitude = 53.9')
    made = load_settings(tmp_path)
    assert made.place == Place("Lesesaal", "St. Lorenz", 53.9, 10.69)
    assert made.languages == ("tr",)


@pytest.mark.parametrize(("right", "wrong", "field"), [
    ('"ar"', '"xx"', "languages: the kiosk does not speak 'xx'"), ("53.87", "153", "place.latitude"),
    (HUB.sealing_key, "AA==", "sealing_key")])
def test_what_is_wrong_is_named_with_the_file(tmp_path: Path, right: str, wrong: str, field: str) -> None:
    (tmp_path / PROVISIONING).write_text(GIVEN.text().replace(right, wrong))
    for load in (load_settings, load_provisioning):
        with pytest.raises(InvalidSettings) as caught:
            load(tmp_path)
        assert field in str(caught.value)
        assert PROVISIONING in str(caught.value)


def test_the_start_screen_offers_the_languages_given_in_their_order() -> None:
    assert [one["code"] for one in Visit(languages=("ar", "de")).languages] == ["ar", "de"]
    assert len(Visit().languages) == 10


def test_german_stays_for_what_has_no_other_words() -> None:
    visit = Visit(languages=("ar", "tr"))
    assert visit.language == "de"
    visit.begin("ar")
    visit.end()
    assert visit.language == "de"
