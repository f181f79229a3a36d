"""One file makes a kiosk one of a hub's; what is wrong in it is named."""

import pytest
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from content.here import Place
from sync.wire.key import to_text
from sync.wire.provisioning import Hub, InvalidProvisioning, Provisioning, read

HUB = Hub("https://hub.example.org/v1", "luebeck", "bibliothek-1", 'wort"mit\\allem\tä\x7f\n',
          to_text(SigningKey(b"s" * 32).verify_key), to_text(PrivateKey(b"p" * 32).public_key))
WHOLE = Provisioning(HUB, Place("Bücherei \"St. Lorenz\"", "St. Lorenz Nord", 53.87, 10), ("de", "de-simple", "ar"))


@pytest.mark.parametrize("provisioning", [WHOLE, Provisioning(HUB), Provisioning(HUB, Place("x"))])
def test_the_file_comes_back_as_it_was_written(provisioning: Provisioning) -> None:
    assert read(provisioning.text()) == provisioning


def test_the_keys_are_keys() -> None:
    assert to_text(HUB.verifying) == HUB.signing_key
    assert to_text(HUB.sealing) == HUB.sealing_key


@pytest.mark.parametrize(("right", "wrong", "field"), [
    (HUB.signing_key, "AAAA", "signing_key: a key has 32 bytes"), (HUB.sealing_key, "%", "sealing_key: no base64"),
    ("https://hub.example.org/v1", "hub.example.org", r"\$\.hub\.url"),
    ("https://hub.example.org/v1", "https://hub.example.org/", r"\$\.hub\.url"),
    ('"bibliothek-1"', '"../x"', r"\$\.hub\.kiosk"), ("longitude = 10", "longitude = 1000", r"\$\.place\.longitude"),
    ("[hub]", "[hubb]", "hub"), ("bucket", "buckett", "bucket"), ("[place]", "[", "line")])
def test_what_is_wrong_is_named(right: str, wrong: str, field: str) -> None:
    text = WHOLE.text()
    assert right in text
    with pytest.raises(InvalidProvisioning, match=field):
        read(text.replace(right, wrong))
