"""The visit: where somebody is, which language they read, and that nothing of it is left."""

from collections.abc import Callable

import pytest

from content.language import LANGUAGES
from ui.viewmodels.visit import HOME, START, Route, Visit


@pytest.fixture
def visit(qapp: object) -> Visit:
    return Visit()


def state(visit: Visit) -> tuple[object, ...]:
    return (visit.route, visit.language, visit.textScale, visit.theme, visit.depth, visit.canGoBack, visit.mirrored)


def test_begins_at_the_start_in_german(visit: Visit) -> None:
    assert state(visit) == (START, "de", 1.0, "light", 0, False, False)
    assert not visit.begun
    assert [language["code"] for language in visit.languages] == [language.code for language in LANGUAGES]


def test_goes_on_and_back(visit: Visit) -> None:
    visit.begin("en")
    visit.open("topic", "money")
    visit.open("results", "topic:money")
    assert (visit.screen, visit.depth, visit.canGoBack) == ("results", 2, True)
    visit.back()
    assert visit.route == Route("topic", "money")
    visit.back()
    assert (visit.route, visit.canGoBack) == (HOME, False)
    visit.back()
    assert visit.route == HOME


def test_asking_for_the_present_screen_does_nothing(visit: Visit) -> None:
    visit.open("topic", "money")
    visit.open("topic", "money")
    assert visit.depth == 1
    visit.open("topic", "work")
    assert visit.depth == 2


def test_home_leaves_nothing_behind(visit: Visit) -> None:
    visit.begin("de")
    visit.open("about")
    visit.home()
    assert (visit.route, visit.depth) == (HOME, 0)


@pytest.mark.parametrize("leave", [
    lambda visit: visit.begin("ar"),
    lambda visit: visit.open("emergency"),
    lambda visit: visit.nextTextScale(),
    lambda visit: visit.nextTheme(),
    lambda visit: [visit.begin("fa"), visit.open("offer", "f:a"), visit.scaleText(2.0), visit.paint("contrast")],
])
def test_the_end_forgets_everything(visit: Visit, leave: Callable[[Visit], object]) -> None:
    before = state(visit)
    leave(visit)
    assert visit.begun
    assert state(visit) != before
    visit.end()
    assert state(visit) == before
    assert not visit.begun


def test_ends_in_the_theme_of_the_place(qapp: object) -> None:
    visit = Visit("contrast")
    assert not visit.begun
    visit.nextTheme()
    assert visit.begun
    visit.end()
    assert visit.theme == "contrast"


def test_sizes_and_themes_go_round(visit: Visit) -> None:
    scales, themes = [], []
    for _ in range(3):
        visit.nextTextScale()
        visit.nextTheme()
        scales.append(visit.textScale)
        themes.append(visit.theme)
    assert (scales, themes) == ([1.5, 2.0, 1.0], ["dark", "contrast", "light"])


def test_sizes_and_themes_that_there_are_not_are_passed_over(visit: Visit) -> None:
    visit.scaleText(7.0)
    visit.paint("purple")
    assert (visit.textScale, visit.theme) == (1.0, "light")
    assert not visit.begun


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_language_says_where_reading_begins(visit: Visit, language) -> None:
    visit.begin(language.code)
    assert (visit.language, visit.mirrored) == (language.code, language.direction == "rtl")


class Heard:
    """What a visit says, in order."""

    def __init__(self, visit: Visit) -> None:
        self.said: list[str] = []
        for name in ("turned", "routeChanged", "languageChanged", "textScaleChanged", "themeChanged", "ended"):
            getattr(visit, name).connect(lambda name=name: self.said.append(name))


def test_turned_comes_before_what_changed(visit: Visit) -> None:
    heard = Heard(visit)
    visit.begin("tr")
    assert heard.said == ["turned", "languageChanged", "turned", "routeChanged"]
    heard.said.clear()
    visit.back()
    visit.speak("tr")
    assert heard.said == []


def test_what_must_be_ready_sees_the_new_route_and_words(visit: Visit) -> None:
    seen: list[tuple[str, str]] = []
    visit.turned.connect(lambda: seen.append((visit.screen, visit.catalogue("Closed"))))
    visit.begin("en")
    visit.open("about")
    assert seen == [("start", "Closed"), ("home", "Closed"), ("about", "Closed")]


def test_the_end_is_said_before_anything_changes(visit: Visit) -> None:
    visit.begin("en")
    visit.open("offer", "f:a")
    heard = Heard(visit)
    seen: list[str] = []
    visit.ended.connect(lambda: seen.append(visit.screen))
    visit.end()
    assert seen == ["offer"]
    assert heard.said[0] == "ended"
