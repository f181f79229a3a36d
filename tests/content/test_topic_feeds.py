"""The sorting of feeds that nobody here wrote into topics."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.topics import load_topics, sort_into_topics


def integreat(data: Path, language: str) -> dict[str, list[str]]:
    """Path below the language → what a page says about itself: the segments of its path, its title."""
    pages = json.loads((data / "integreat-lkaugsburg" / language / "pages.json").read_text(encoding="utf-8"))
    found = {}
    for page in pages:
        segments = page["path"].strip("/").split("/")[2:]
        found["/".join(segments)] = [*segments, page["title"]]
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_nearly_all_integreat_pages_get_a_topic(shared_data: Path, language: str) -> None:
    pages = integreat(shared_data, language)
    without = [path for path, labels in pages.items() if not sort_into_topics(labels)]
    assert len(pages) > 200
    assert len(without) <= 0.05 * len(pages), without


@pytest.mark.parametrize("language", ["de", "en"])
def test_most_integreat_pages_get_a_topic_by_title_alone(shared_data: Path, language: str) -> None:
    titles = [labels[-1] for labels in integreat(shared_data, language).values()]
    without = [title for title in titles if not sort_into_topics([title])]
    assert len(without) <= 0.15 * len(titles), without


def test_answers_keep_their_promises_on_all_real_labels(shared_data: Path) -> None:
    topics = load_topics()
    for labels in [*integreat(shared_data, "de").values(), *integreat(shared_data, "en").values()]:
        found = sort_into_topics(labels)
        assert found == sort_into_topics(iter(labels))
        assert len(found) == len(set(found)) <= 4
        for place, topic in enumerate(found):
            parent = getattr(topics.get(topic), "parent", "unknown")
            assert parent is None or parent in found[place:], (labels, found)


INTEGREAT = {
    "de": {
        "wohnen/wohnung-suchen/wg": "housing-search",
        "wohnen/hilfe-bei-drohendem-wohnungsverlust": "homelessness",
        "gesundheit/informationen/impfungen": "prevention",
        "gesundheit/krankenversicherung-pflicht": "health-insurance",
        "aufenthalt/asylverfahren/anhörung": "asylum",
        "recht-finanzen/einbürgerung": "citizenship",
        "recht-finanzen/konto-versicherung-vertrag/girokonto": "banking",
        "recht-finanzen/anlaufstellen-finanzen": "debts",
        "alltag/mobilitaet/nahverkehr": "public-transport",
        "alltag/telefon-internet/smartphone": "phone",
        "alltag/beratung-fuer-migrantinnen-und-migranten/migrationsberatung": "migration-advice",
        "notfaelle/für-frauen-in-not": "violence",
        "beruf-und-karriere/anerkennung-ausländischer-berufsabschlüsse": "recognition",
        "deutsch-lernen/selber-deutsch-lernen/alphabetisierung": "literacy",
        "familie-kinder-jugendliche-und-ältere-menschen/kinderbetreuung/ferienbetreuung": "childcare",
        "familie-kinder-jugendliche-und-ältere-menschen/seniorinnen-und-senioren": "senior-life",
        "inklusion/beratung-zu-inklusion": "disability",
    },
    "en": {
        "housing/looking-for-somewhere-to-live/house-viewing": "housing-search",
        "housing/renting-a-home": "renting",
        "housing/in-your-own-home/electricity": "household",
        "health/general-information/visiting-a-doctor": "doctors",
        "health/general-information/contraceptive-fund": "sexual-health",
        "stay/entry-and-residence/permanent-residence": "residence",
        "law-and-finance/naturalisation": "citizenship",
        "everyday-life/mobility/cars-and-mopeds": "driving",
        "everyday-life/leisure-time-and-recuperation/volunteering-and-social-engagement": "volunteering",
        "work-and-career/internships": "training",
        "work-and-career/what-do-i-need-to-know/writing-a-cover-letter": "job-search",
        "learning-german/translating-and-interpreting": "interpreting",
        "help-in-emergencies/police-and-fire-brigade": "emergency",
        "family-children-young-people-and-the-elderly/pregnancy-and-early-childhood": "pregnancy",
    },
}


@pytest.mark.parametrize(
    ("language", "path", "topic"),
    [(language, path, topic) for language, pages in INTEGREAT.items() for path, topic in pages.items()],
)
def test_integreat_pages_find_their_topic(shared_data: Path, language: str, path: str, topic: str) -> None:
    assert sort_into_topics(integreat(shared_data, language)[path])[0] == topic


BERLIN = {
    "Amerika-Gedenkbibliothek": "library",
    "Anti-Stalking-Projekt mit Fachbereich Cyberstalking": "violence",
    "Bezirksamt Pankow Begegnungsstätte für Jung und Alt - Tollerstr.5": "meeting-places",
    "Bibliotheken in Mitte": "library",
    "Britzer Garten": "outings",
    "BVG / S-Bahn": "public-transport",
    "Eisstadion Neukölln": "sport",
    "Freiluftkino Kreuzberg": "culture",
    "Jobruf Studentenvermittlung": "job-search",
    "Nachhilfe-Team.net": "school",
    "Volkshochschule Neukölln": "adult-courses",
    "Zeiss-Großplanetarium": "culture",
    "Zentrum für sexuelle Gesundheit und Familienplanung Mitte": "sexual-health",
    "Zoo Berlin": "outings",
}


def test_berlin_offers_find_their_topic(shared_data: Path) -> None:
    file = shared_data / "berlin-fairgnuegen" / "fairgnuegen_data.json"
    offers = {offer["provider"].strip(): offer for offer in json.loads(file.read_text(encoding="utf-8"))}
    found = {name: sort_into_topics([offers[name]["category"], name])[0] for name in BERLIN}
    assert found == BERLIN
    assert all(sort_into_topics([offer["category"]]) for offer in offers.values())


CHEMNITZ = {
    "Schulen": {
        "Grundschule": "school",
        "Oberschule": "school",
        "Gymnasium": "school",
        "Förderschule": "school",
        "Berufsbildende Schule": "training",
        "Schule des zweiten Bildungsweges": "degrees",
    },
    "Schulsozialarbeit": {"Schulsozialarbeit": "school"},
    "Jugendberufshilfen": {"arbeitsweltbezogene Jugendsozialarbeit": "training"},
    "Kindertageseinrichtungen": {"": "childcare"},
}


@pytest.mark.parametrize("layer", CHEMNITZ)
def test_chemnitz_places_find_their_topic(shared_data: Path, layer: str) -> None:
    places = [place for place in chemnitz(shared_data, layer) if place[0] in CHEMNITZ[layer]]
    assert {kind for kind, _ in places} == set(CHEMNITZ[layer])
    for kind, name in places:
        topic = CHEMNITZ[layer][kind]
        assert topic in sort_into_topics([layer, kind, name]), (kind, name)
        assert sort_into_topics([kind or layer])[0] == topic


def chemnitz(data: Path, layer: str) -> Iterator[tuple[str, str]]:
    """What kind of place it is (empty if the layer does not say) and its name."""
    text = (data / "chemnitz-opendata" / f"{layer}.geojson").read_text(encoding="utf-8")
    for feature in json.loads(text)["features"]:
        said = feature["properties"]
        yield said.get("ART") or said.get("LEISTUNGEN") or "", said["BEZEICHNUNG"] or said["TRAEGER"]


BALTIMORE = {
    "Food Pantry": "food-clothes",
    "Emergency Shelter": "homelessness",
    "Help Pay for Utilities": "housing-costs",
    "Help Escape Violence": "violence",
    "Substance Use Disorder": "addiction",
    "Outpatient mental health centers": "mental-health",
    "Dental Care": "doctors",
    "Health Insurance": "health-insurance",
    "Nursing Home": "care-homes",
    "Bereavement": "grief",
    "Preschool": "childcare",
    "Parenting Education": "parenting",
    "GED/High-School Equivalency": "degrees",
    "Computer Class": "computer",
    "Resume Development": "job-search",
    "Tax Preparation": "taxes",
    "Citizenship & Immigration": "arriving",
    "Bus Passes": "public-transport",
    "Visual Impairment": "sight-hearing",
    "Seniors (55+ years old)": "senior-life",
}


def test_baltimore_categories_find_their_topic(shared_data: Path) -> None:
    file = shared_data / "hsds-baltimore-icarol" / "data" / "icarol-csv" / "taxonomy.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        services = {row["name"]: row["type"] for row in csv.DictReader(rows)}
    assert {name: sort_into_topics([name])[0] for name in BALTIMORE if name in services} == BALTIMORE
    names = [name for name, kind in services.items() if kind == "service"]
    assert sum(bool(sort_into_topics([name])) for name in names) >= 0.85 * len(names)


def test_luebeck_offers_all_get_a_topic(shared_data: Path) -> None:
    lines = (shared_data / "luebeck-offers" / "offers.jsonl").read_text(encoding="utf-8").splitlines()
    offers = [json.loads(line) for line in lines]
    without = [offer["id"] for offer in offers if not sort_into_topics([*offer["topics"], offer["name"]])]
    assert offers
    assert without == []
