"""What the hub signed (Ed25519), and nobody else could have."""

import base64

import msgspec
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey


class Untrusted(ValueError):
    """Something that is not as the hub signed it; the message says what."""


class Signed(msgspec.Struct, frozen=True):
    """A text together with the signature (base64) over its bytes in UTF-8."""

    body: str
    signature: str


def sign(body: str, key: SigningKey) -> Signed:
    """The text, signed."""
    return Signed(body, base64.b64encode(key.sign(body.encode()).signature).decode())


def verified(signed: Signed, key: VerifyKey, what: str) -> bytes:
    """The bytes of the text if its signature is good. Raises `Untrusted`, which begins with `what`."""
    try:
        return key.verify(signed.body.encode(), base64.b64decode(signed.signature, validate=True))
    except (CryptoError, ValueError) as error:
        raise Untrusted(f"{what}: the signature is not the hub's") from error
