"""Addresses a visitor can take along: web pages, phone numbers, mail, places on a map.

Feeds garble them. What comes out is safe to show as a QR code: one of a few schemes, no blanks, not endless.
"""

import re
from urllib.parse import quote, unquote, urlsplit

_LONGEST_NUMBER = 100  # characters of a phone number together with what people write beside it
MAX_LENGTH = 2000  # what a QR code holds with a little to spare (ISO/IEC 18004: 2,953 bytes)

_BLANKS = re.compile(r"\s+")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_MISPLACED = re.compile(r"^https?://[^/]*/+((?:mailto|tel):.*)$", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_GEO = re.compile(r"-?\d{1,3}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?")
_AREA_CODE = re.compile(r"\([^)]*\)")
_URL_SAFE = "%/:?#[]@!$&'()*+,;=~-._"


def target(href: str, text: str = "") -> str:
    """The address a link points to, cleaned: `https:`, `http:`, `tel:`, `mailto:` or `geo:`; "" if it is unusable.

    `text` are the words of the link; an empty `mailto:` takes its address from there.
    """
    address = href.strip()
    if misplaced := _MISPLACED.match(address):
        address = misplaced[1]
    scheme, _, rest = address.partition(":")
    match scheme.lower():
        case "http" | "https":
            return _web(address)
        case "tel":
            return _dial(rest)
        case "mailto":
            return _mail(rest) or _mail(text)
        case "geo":
            found = _GEO.match(rest.strip())
            return f"geo:{found[0]}" if found else ""
    return website(address) if address.lower().startswith("www.") else _mail(address)


def website(text: str) -> str:
    """A web address as people write it ("www.example.org"), with its scheme; "" if it is none."""
    address = text.strip()
    return _web(address if _SCHEME.match(address) else f"https://{address}") if address else ""


def email(text: str) -> str:
    """The first e-mail address in `text`, or ""."""
    found = _EMAIL.search(unquote(text))
    return found[0].strip(".") if found else ""


def phone(text: str) -> str:
    """A phone number as it is shown, or "" if there is nothing to dial ("(410)    -", "siehe oben")."""
    number = _BLANKS.sub(" ", text[:_LONGEST_NUMBER]).strip(" \"'")
    digits = sum(map(str.isdigit, number))
    dialled = any(map(str.isdigit, _AREA_CODE.sub("", number)))
    return number if dialled and digits >= 3 else ""


def _web(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    usable = parts.scheme.lower() in {"http", "https"} and "." in host and not parts.username
    safe = quote(_BLANKS.sub("%20", address), safe=_URL_SAFE) if usable else ""
    return safe if len(safe) <= MAX_LENGTH else ""


def _mail(text: str) -> str:
    found = email(text)
    return f"mailto:{found}" if found else ""


def _dial(text: str) -> str:
    """Digits and a leading plus; "+49 (0) 821" loses the zero nobody dials from abroad."""
    number = unquote(text).strip()
    digits = "".join(char for char in number if char in "0123456789*#")
    if not 3 <= len(digits) <= 20:
        return ""
    return "tel:" + re.sub(r"^\+490", "+49", "+" + digits if number.startswith("+") else digits)
