"""Somebody who does not see: finds their language, searches, hears an offer, ends the visit."""

import pytest

from kiosk.audit.scene import Scene, scenes
from tests.journeys.listener import Listener
from ui.exploring.element import elements
from ui.exploring.sign import called

CAFE = "Café W.u.T."
BEGINNING = "Am Ende angekommen, es geht von vorn los."
LONG = 8  # rows: more than a screenful


def arrive(listener: Listener, language: str, title: str) -> None:
    """Switch on, and choose a language by sliding."""
    listener.holds_corner()
    listener.finds(language)
    listener.taps_twice()
    listener.hears(title)


def test_a_visit_in_german(listener: Listener) -> None:
    arrive(listener, "Deutsch", "Was brauchen Sie?")
    listener.swipes_to("Suchen")
    assert "Taste" in listener.ear.last
    listener.taps_twice()
    listener.hears("Textfeld. leer")
    listener.types("geld")
    listener.hears("Ergebnisse")
    listener.finds("Tastatur schließen", top=0.5)
    listener.taps_twice()
    listener.hears("Jetzt geöffnet")
    listener.swipes_to(CAFE)
    assert "Geöffnet bis 17:00" in listener.ear.last
    listener.taps_twice()
    listener.hears("Überschrift")
    assert listener.kiosk.visit.screen == "offer"
    listener.swipes_to("Öffnungszeiten")
    assert listener.swipes(1, 0).startswith("Geöffnet bis 17:00")
    listener.swipes_to("Montag: ")
    listener.swipes_to("Beenden", -1)
    listener.taps_twice()
    listener.hears("Erkunden durch Berühren ist aus.")
    assert "gelöscht" in listener.ear.last
    assert (listener.kiosk.visit.screen, listener.kiosk.visit.exploring) == ("start", False)


def test_a_visit_in_arabic_goes_the_other_way(listener: Listener) -> None:
    arrive(listener, "العربية", "ماذا تحتاجون؟")
    listener.swipes_to("البحث", -1)
    listener.taps_twice()
    listener.hears("حقل نص")
    listener.types("مال")
    listener.finds("إغلاق لوحة المفاتيح", top=0.5)
    listener.taps_twice()
    listener.swipes_to(CAFE, -1)
    listener.taps_twice()
    listener.hears("عنوان")
    for _ in range(8):
        listener.swipes(-1, 0)
    assert {phrases[0].language for phrases in listener.ear.said[-8:]} == {"ar", "de"}
    listener.swipes_to("إنهاء", 1)
    listener.taps_twice()
    listener.hears("الاستكشاف باللمس متوقف.")
    assert listener.kiosk.visit.language == "de"


def test_every_language_is_found_in_its_own(listener: Listener) -> None:
    listener.holds_corner()
    for language in listener.kiosk.visit.languages:
        listener.finds(str(language["name"]))
        assert listener.ear.said[-1][0].language == language["code"]


def types_g(listener: Listener) -> None:
    """The first letter of a search."""
    listener.kiosk.visit.begin("de")
    listener.kiosk.visit.open("results", "")
    listener.holds_corner()
    listener.finds("g", top=0.5, whole=True)
    listener.taps_twice()
    listener.hears("getippt")


def test_without_headphones_nothing_typed_is_heard_but_that_it_was(listener: Listener) -> None:
    listener.ear.headphones = False
    types_g(listener)
    assert listener.kiosk.results.query == "g"
    assert listener.ear.said[-1][0].text == "getippt"


def test_the_same_key_is_not_struck_twice_in_half_a_second(listener: Listener) -> None:
    types_g(listener)
    listener.taps_twice()
    listener.finds("e", top=0.5, whole=True)
    listener.taps_twice()
    listener.qtbot.waitUntil(lambda: "e" in listener.kiosk.results.query, timeout=5000)
    assert listener.kiosk.results.query == "ge"


def test_a_held_corner_switches_on_and_off_and_presses_nothing(listener: Listener) -> None:
    listener.kiosk.visit.begin("ar")  # the button of the first screen is in that corner now
    listener.kiosk.visit.open("about", "")
    listener.holds_corner()
    assert listener.kiosk.visit.exploring
    listener.hears("عن هذا المكان")
    assert listener.kiosk.visit.screen == "about"
    listener.presses(0.99, 0.015)
    listener.qtbot.waitUntil(lambda: not listener.kiosk.visit.exploring, timeout=5000)
    listener.lifts(0.99, 0.015)
    assert listener.kiosk.visit.screen == "about"


def test_a_touch_silences_the_voice_at_once(listener: Listener) -> None:
    listener.holds_corner()
    listener.swipes(1, 0)
    assert listener.ear.speaking
    listener.presses(0.5, 0.5)
    assert not listener.ear.speaking
    listener.lifts(0.5, 0.5)


def test_what_is_said_is_framed(listener: Listener) -> None:
    arrive(listener, "Deutsch", "Was brauchen Sie?")
    listener.finds("Notruf")
    listener.qtbot.waitUntil(lambda: listener.kiosk.exploring.area.contains(50, 760), timeout=5000)
    listener.kiosk.visit.explore(False)
    assert listener.kiosk.exploring.area.isEmpty()


def test_a_filter_says_that_it_is_on_and_how_many_results_are_left(listener: Listener) -> None:
    listener.kiosk.visit.begin("de")
    listener.kiosk.visit.open("results", "topic:money")
    listener.holds_corner()
    listener.swipes_to("Kostenlos")
    assert "Ausgeschaltet" in listener.ear.last
    listener.taps_twice()
    listener.hears("Auswahl. Eingeschaltet.")
    listener.hears("Ergebnisse")


def test_the_warning_is_said_and_any_touch_answers_it(impatient: Listener) -> None:
    impatient.kiosk.visit.begin("de")
    impatient.holds_corner()
    impatient.hears("Sind Sie noch da?")
    assert "Berühren Sie den Bildschirm" in impatient.ear.last
    impatient.presses(0.9, 0.9)
    impatient.lifts(0.9, 0.9)
    impatient.hears("Der Besuch geht weiter.")
    assert impatient.kiosk.idle.secondsLeft == 0
    assert impatient.kiosk.visit.screen == "home"


SEEN = ("start", "home", "topic", "results", "nothing", "offer", "helpline", "lesson", "emergency", "about",
        "languages")


@pytest.mark.parametrize("name", SEEN)
def test_all_that_has_a_name_is_stepped_through_in_order_and_once(listener: Listener, name: str) -> None:
    (scene,) = (one for one in scenes(listener.kiosk.library) if one.name == name)
    show(listener, scene)
    listener.holds_corner()
    listener.swipes_to(BEGINNING)
    first = listener.ear.last.removeprefix(BEGINNING).strip()
    steps = [first, *stepped(listener)]
    assert all(steps)
    if scene.screen != "results" or scene.typed:
        named = [element.name for element in elements(listener.kiosk.window)]
        assert len(steps) == len(named)
        for step, expected in zip(steps, named, strict=True):
            assert step.startswith(called(expected, listener.kiosk.visit.catalogue).text)
    else:
        rows = listener.kiosk.results.rows
        titles = [str(entry["title"]) for row in range(rows.rowCount()) if (entry := rows.data(rows.index(row)))]
        heard = [step for step in steps if any(step.startswith(f"{title} Taste.") for title in titles)]
        assert len(heard) == len(titles) > LONG
        assert all(step.startswith(title) for step, title in zip(heard, titles, strict=True))


def show(listener: Listener, scene: Scene) -> None:
    """Go there as somebody who sees."""
    visit = listener.kiosk.visit
    if scene.screen != "start":
        visit.begin("de")
    listener.kiosk.results.type(scene.typed.get("de", ""))
    if scene.screen not in {"start", "home"}:
        visit.open(scene.screen, scene.target)
    listener.kiosk.window.grabWindow()


def stepped(listener: Listener) -> list[str]:
    """All that is heard until the screen begins anew."""
    steps: list[str] = []
    while not (last := listener.swipes(1, 0)).startswith(BEGINNING):
        steps.append(last)
    return steps
