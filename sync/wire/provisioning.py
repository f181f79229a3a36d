"""`provisioning.toml`: the one file that makes a kiosk one of a hub's. It holds the kiosk's password."""

import json
from typing import TYPE_CHECKING, Annotated

import msgspec

from content.here import Place
from sync.wire.key import from_text, raw

if TYPE_CHECKING:  # a screen that starts waits for no cryptography
    from nacl.public import PublicKey
    from nacl.signing import VerifyKey

Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]


class InvalidProvisioning(ValueError):
    """The file cannot be used; the message names the field and what is wrong."""


class Hub(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The hub: the address of its API, its bucket, and the account that this kiosk has there.

    `signing_key` (Ed25519) says who may sign content, `sealing_key` (X25519) whom an outbox on a stick is for.
    """

    url: Annotated[str, msgspec.Meta(pattern=r"^https?://[^/\s?#@]+(/[^\s?#]*)?/v1$")]
    bucket: Name
    kiosk: Name
    password: Annotated[str, msgspec.Meta(min_length=1)]
    signing_key: str
    sealing_key: str

    def __post_init__(self) -> None:
        for field in ("signing_key", "sealing_key"):
            try:
                raw(getattr(self, field))
            except ValueError as error:
                raise ValueError(f"{field}: {error}") from error

    @property
    def verifying(self) -> "VerifyKey":
        """The key that the hub's signatures are checked with."""
        from nacl.signing import VerifyKey
        return from_text(VerifyKey, self.signing_key)

    @property
    def sealing(self) -> "PublicKey":
        """The key that an outbox is sealed with."""
        from nacl.public import PublicKey
        return from_text(PublicKey, self.sealing_key)


class Provisioning(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """All a kiosk needs. `languages` are those offered on the start screen, in their order; none: all there are."""

    hub: Hub
    place: Place = Place()
    languages: tuple[str, ...] = ()

    def text(self) -> str:
        """The file."""
        fields = msgspec.to_builtins(self)
        languages = [f"languages = {_value(fields['languages'])}", ""] if self.languages else []
        tables = [line for name in ("hub", "place") if name in fields for line in
                  (f"[{name}]", *(f"{field} = {_value(value)}" for field, value in fields[name].items()), "")]
        return "\n".join([*languages, *tables])


def read(text: str) -> Provisioning:
    """What the text of the file says. Raises `InvalidProvisioning`."""
    try:
        return msgspec.toml.decode(text, type=Provisioning)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InvalidProvisioning(str(error)) from error


def _value(value: object) -> str:
    """A string, number or list of strings in TOML; JSON's forms of these are also TOML's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
