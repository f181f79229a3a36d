"""What is to be read, as places and lines: forward, back, and what is said in place of what cannot be."""

import pytest

from content.block import Block
from kiosk.speech.script import Place, Script
from ui.voice import Part, Reason


def part(text: str, language: str = "de", *, private: bool = False) -> Part:
    return Part(Block("paragraph", text), language, private)


def script(*parts: Part, reason=lambda part: None) -> Script:
    return Script(parts, reason, lambda why: [Part(Block("paragraph", f"{why} {language}."), language)
                                              for language in ("ti", "de", "en")])


def private(part: Part) -> Reason | None:
    return "private" if part.private else "voice" if part.language in {"ps", "ti"} else None


def said(script: Script, place: Place = Place(0, 0)) -> list[tuple[Place, str]]:
    places: list[Place] = []
    texts = [line.utterance.text for line in script.lines(place, places.append)]
    return list(zip(places, texts, strict=True))


def test_all_sentences_of_all_parts_in_order():
    whole = script(part("Eins. Zwei."), part(""), part("Drei."))
    assert said(whole) == [((0, 0), "Eins."), ((0, 1), "Zwei."), ((2, 0), "Drei.")]


def test_from_any_place_on():
    whole = script(part("Eins. Zwei."), part(" … "), part("Drei."))
    assert [text for _, text in said(whole, Place(0, 1))] == ["Zwei.", "Drei."]
    assert [text for _, text in said(whole, Place(1, 0))] == ["Drei."]
    assert said(whole, Place(3, 0)) == []


def test_before_and_after_pass_over_what_has_nothing_to_say():
    whole = script(part("Eins. Zwei."), part(""), part("Drei."))
    assert whole.before(Place(2, 0)) == (0, 1)
    assert whole.before(Place(0, 0)) == (0, 0)
    assert whole.after(Place(0, 1)) == (2, 0)
    assert whole.after(Place(2, 0)) is None


def test_no_line_is_made_before_it_is_wanted():
    made = []

    def reason(part: Part) -> None:
        made.append(part.block.text)

    lines = script(*(part(f"Satz {n}.") for n in range(100)), reason=reason).lines(Place(0, 0), lambda place: None)
    next(lines)
    assert set(made) <= {"Satz 0.", "Satz 1."}


def test_parts_that_come_later_follow():
    growing = script(part("Eins."))
    lines = growing.lines(Place(0, 0), lambda place: None)
    next(lines)
    growing.extend([part("Zwei.")])
    assert [line.utterance.text for line in lines] == ["Zwei."]


def test_what_cannot_be_said_is_excused_once_in_a_row():
    whole = script(part("Hallo."), part("ښه", "ps"), part("ورځ", "ps"), part("Ende."), part("ښه", "ps"), reason=private)
    assert said(whole) == [((0, 0), "Hallo."), ((1, 0), "voice de."), ((3, 0), "Ende."), ((4, 0), "voice de.")]
    assert whole.stretch(Place(1, 0)) == (0, 0)
    assert whole.stretch(Place(3, 0)) == (0, 5)
    assert whole.excused(1)
    assert not whole.excused(0)


@pytest.mark.parametrize(("openly", "texts"), [(False, ["private de."]), (True, ["Geheim."])])
def test_a_reason_that_goes_lets_the_part_be_said(openly: bool, texts: list[str]):
    chosen = [False]
    whole = script(part("Geheim.", private=True), reason=lambda part: None if chosen[0] else private(part))
    said(whole)
    chosen[0] = openly
    assert [text for _, text in said(whole)] == texts
