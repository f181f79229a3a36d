"""What is said of an element: its name, what it is, how it stands, what goes with it."""

from ui.catalogue import Catalogue
from ui.exploring.element import Element, Role, typed_into
from ui.exploring.sign import called
from ui.voice import Phrase


def said(element: Element, words: Catalogue, *, hint: bool = False) -> list[Phrase]:
    """The phrases for an element; with a `hint` also how it is used. Its name is in its own language; what somebody
    typed into it is private."""
    name = called(element.name, words)
    withheld = Phrase(words("Only into headphones"), words.language) if element.secret else None
    name = name._replace(language=element.language or name.language, private=element.secret, instead=withheld)
    description = "" if element.description == element.name else element.description
    about = _joined([_kind(element, words), _state(element, words)], words)
    if element.details:
        about.append(Phrase(element.details, name.language))
    typed = _typed(element, words)
    ending = _use(element, words) if hint or element.is_typed_into else ""
    return [name, *about, *_joined([description], words), *typed, *_joined([ending], words)]


def _joined(parts: list[str], words: Catalogue) -> list[Phrase]:
    """Parts as sentences, so that the voice pauses between them."""
    text = ". ".join(part.rstrip(".") for part in parts if part)
    return [Phrase(f"{text}.", words.language)] if text else []


def _kind(element: Element, words: Catalogue) -> str:
    return {
        Role.Button: words("Button"), Role.CheckBox: words("Choice"), Role.EditableText: words("Text field"),
        Role.Heading: words("Heading"),
    }.get(element.role, "")


def _state(element: Element, words: Catalogue) -> str:
    if not element.item.isEnabled():
        return words("Cannot be used now")
    if element.is_typed_into:
        return words("with text") if typed_into(element.item) else words("empty")
    if element.checked is None:
        return ""
    return words("Switched on") if element.checked else words("Switched off")


def _typed(element: Element, words: Catalogue) -> list[Phrase]:
    """What a field has in it, in private; and to everybody that it has."""
    typed = typed_into(element.item)
    return [called(typed, words)._replace(private=True)] if typed else []


def _use(element: Element, words: Catalogue) -> str:
    if element.is_typed_into:
        return words(
            "The keyboard is at the bottom of the screen. Tap a key twice to type it. Swipe up on a key: its further "
            "letters") if (
            element.item.hasActiveFocus()) else words("Tap twice to type")
    return words("Tap twice to use it") if element.pressed_by and element.item.isEnabled() else ""
