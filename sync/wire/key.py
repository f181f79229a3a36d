"""Keys as they travel: in base64. Nothing here needs the cryptography they are for."""

import base64
import binascii
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from nacl.public import PrivateKey, PublicKey
    from nacl.signing import SigningKey, VerifyKey

Key = TypeVar("Key", "SigningKey", "VerifyKey", "PrivateKey", "PublicKey")
_BYTES = 32


def to_text(key: "SigningKey | VerifyKey | PrivateKey | PublicKey") -> str:
    """A key in base64."""
    return base64.b64encode(bytes(key)).decode()


def from_text(kind: type[Key], text: str) -> Key:
    """The key of that kind (a class of PyNaCl) in base64. Raises ValueError."""
    return kind(raw(text))


def raw(text: str) -> bytes:
    """The bytes of a key in base64. Raises ValueError."""
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(f"no base64: {error}") from error
    if len(key) != _BYTES:
        raise ValueError(f"a key has {_BYTES} bytes, this has {len(key)}")
    return key
