"""A topic counts once a visit, in the language it was read in."""

from kiosk.interest import Interest
from ui.viewmodels.visit import Visit


def test_each_topic_counts_once_a_visit(qapp: object) -> None:
    visit, told = Visit(), list[tuple[str, str]]()
    interest = Interest(visit, lambda topic, language: told.append((topic, language)))
    assert interest.parent() is visit
    visit.begin("ar")
    for topic in ("money", "health", "money"):
        visit.home()
        visit.open("topic", topic)
    visit.speak("tr")
    visit.open("offer", "a:b")
    visit.back()
    assert told == [("money", "ar"), ("health", "ar")]
    visit.end()
    visit.begin("tr")
    visit.open("topic", "money")
    assert told[2:] == [("money", "tr")]
