"""What is written, and what is said for it, language by language."""

import pytest

from content.block import Block, BlockKind
from content.record import GuideText, OfferText
from content.spoken import page, sentences
from content.spoken.vocabulary import languages, spoken_language, vocabulary


def said(text: str, language: str = "de", kind: BlockKind = "paragraph", number: int = 0) -> list[str]:
    block = Block(kind, text, number=number)
    return [" ".join(utterance.text.split()) for utterance in sentences(block, language)]


@pytest.mark.parametrize(("written", "spoken"), [
    ("8:30 Uhr", "8 Uhr 30"),
    ("um 08:00 Uhr", "um 8 Uhr"),
    ("um 8.30 Uhr", "um 8 Uhr 30"),
    ("8–12 Uhr", "8 bis 12 Uhr"),
    ("8:00–12:30 Uhr", "8 Uhr bis 12 Uhr 30"),
    ("8:00–12 Uhr", "8 bis 12 Uhr"),
    ("Mo 09:00-12:00", "Montag 9 Uhr bis 12 Uhr"),
    ("um 08:05", "um 8 Uhr 5"),
    ("von 8 bis 18 Uhr", "von 8 bis 18 Uhr"),
    ("25:80", "25:80"),
    ("Mo–Fr 9–17 Uhr", "Montag bis Freitag 9 bis 17 Uhr"),
    ("Mo, Mi und Fr 8–12 Uhr", "Montag, Mittwoch und Freitag 8 bis 12 Uhr"),
    ("Do 14–18 Uhr", "Donnerstag 14 bis 18 Uhr"),
    ("So machen Sie es.", "So machen Sie es."),
    ("am 3. Oktober 2026", "am dritten Oktober 2026"),
    ("Der 3. Oktober ist frei.", "Der dritte Oktober ist frei."),
    ("3.10.2026", "dritter Oktober 2026"),
    ("am 24. und 31. Dezember", "am vierundzwanzigsten und einunddreißigsten Dezember"),
    ("am 45.10. frei", "am 45.10. frei"),
    ("im 2. Stock", "im zweiten Stock"),
    ("2,50 €", "2 Euro 50"),
    ("5,00 €", "5 Euro"),
    ("1 €", "ein Euro"),
    ("1.200 €", "1.200 Euro"),
    ("50 %", "50 Prozent"),
    ("3 km", "3 Kilometer"),
    ("1 Std. oder 2 Std.", "1 Stunde oder 2 Stunden"),
    ("z. B. der Pass", "zum Beispiel der Pass"),
    ("z.B. der Pass", "zum Beispiel der Pass"),
    ("z.\u202fB. der Pass", "zum Beispiel der Pass"),
    ("d. h. ca. 3 inkl. Kind", "das heißt circa 3 inklusive Kind"),
    ("Musterstr. 12a", "Musterstraße 12 a"),
    ("23552 Lübeck", "zwei drei fünf fünf zwei Lübeck"),
    ("Tel. 0451 122-0", "Telefon null vier fünf eins, eins zwei zwei, null"),
    ("+49 451 19240", "plus vier neun, vier fünf eins, eins neun zwei, vier null"),
    ("116 117", "eins eins sechs, eins eins sieben"),
    ("Wählen Sie 112.", "Wählen Sie eins eins zwei."),
    ("112 Euro", "112 Euro"),
    ("info@example.org", "info ätt example Punkt org"),
    ("www.example.org/a_b", "www Punkt example Punkt org Schrägstrich a Unterstrich b"),
    ("luebeck.de/termine", "luebeck Punkt de Schrägstrich termine"),
    ("§ 16 SGB II", "Paragraf 16 Sozialgesetzbuch zwei"),
    ("und/oder", "und oder"),
    ("Renten·versicherung", "Rentenversicherung"),
    ("seit 1985", "seit 19hundert 85"),
])
def test_german_is_said_as_people_say_it(written, spoken):
    assert said(written) == [spoken]
    assert said(written, "de-simple") == [spoken]


@pytest.mark.parametrize(("language", "written", "spoken"), [
    ("en", "Mon–Fri 8:30–12:00", "Monday to Friday 8 30 to 12 o'clock"),
    ("en", "3 October, e.g. 8:00 am", "3rd of October, for example 8 a m"),
    ("en", "€2.50 or 1 km", "2 euros 50 or 1 kilometre"),
    ("tr", "Örn. saat 8:30, %50", "örneğin saat 8 30, yüzde 50"),
    ("tr", "112’yi arayın", "bir bir iki’yi arayın"),
    ("ar", "الساعة ٨:٣٠", "الساعة الثامنة و 30 دقيقة"),
    ("ar", "112", "واحد واحد اثنان"),
    ("fa", "۲۴ و ۳۱ دسامبر", "بیست و چهارم و سی و یکم دسامبر"),
    ("prs", "۱۱۲", "یک یک دو"),
    ("uk", "3 жовтня 2026 року", "третього жовтня дві тисячі двадцять шостого року"),
    ("uk", "1 км, 3 км, 5 км, 12 км", "1 кілометр, 3 кілометри, 5 кілометрів, 12 кілометрів"),
    ("ru", "т. е. 8:00, 2,5 км", "то есть 8 ноль ноль, 2,5 километра"),
    ("pl", "np. o 8:30 lub 9:00–12:00", "na przykład o ósmej 30 lub od dziewiątej do dwunastej"),
    ("ro", "de ex. Lu–Vi la ora 8:30, 1 mai", "de exemplu luni până vineri la ora 8 și 30, întâi mai"),
    ("ps", "Mo 0451 12345 z. B.", "Mo 0451 12345 z. B."),
])
def test_other_languages_have_words_of_their_own(language, written, spoken):
    assert said(written, language) == [spoken]


@pytest.mark.parametrize(("language", "written", "count"), [
    ("de", "Wir sind z. B. in der Musterstr. 5, ca. 3 km weg. Rufen Sie an! Wann? Am 3. Oktober.", 4),
    ("de", "Pass, Foto usw. Bringen Sie alles mit.", 2),
    ("de", "Der Verein e. V. hilft.", 1),
    ("de", "Haus 5. Kommen Sie.", 2),
    ("de", "Er sagte: „Hilfe!“ Dann kam Dr. A. Müller.", 2),
    ("en", "Mr. Smith lives at St. Mary's, e.g. near here. Call 112! What now?", 3),
    ("ar", "هل تحتاج مساعدة؟ اتصل بنا. نحن هنا! تعال د. أحمد.", 4),
    ("fa", "آیا کمک می‌خواهید؟ تماس بگیرید.", 2),
    ("uk", "Вул. Шевченка, буд. 5. Що робити?", 2),
    ("ru", "Звоните, т. е. сегодня и т. д. Потом приходите.", 2),
    ("pl", "Ul. Długa 5, np. dziś. Co robić? Zadzwoń o godz. 8 itd.", 3),
    ("ro", "Str. Lungă nr. 5, de ex. azi. Sunați la nr. 112.", 2),
    ("tr", "Örn. bugün saat 8. Ne yapmalı? Arayın vb. Gelin.", 4),
    ("de", "1. Zuerst das", 1),
    ("de", " … ", 0),
    ("de", "", 0),
])
def test_sentences_end_where_they_end(language, written, count):
    assert len(said(written, language)) == count


def test_a_step_says_its_number_and_a_picture_that_it_is_one():
    assert said("Wo ist es?", kind="step", number=1) == ["Schritt 1: Wo ist es?"]
    assert said("Ein Haus", kind="image") == ["Bild: Ein Haus"]
    assert said("", kind="image") == []


def test_variants_of_a_language_are_spoken_as_that_language():
    assert [spoken_language(code) for code in ("de-simple", "de-si", "de-AT", "prs", "fa-IR", "ps")] == \
        ["de", "de", "de", "fa", "fa", "ps"]


@pytest.mark.parametrize("language", languages())
def test_every_language_has_all_words_and_ten_digits(language):
    voicing, german = vocabulary(language).voicing, vocabulary("de").voicing
    assert set(voicing.words) == set(german.words)
    assert len(set(voicing.digits)) == 10
    assert set(voicing.tables["month"]) == set(german.tables["month"])


def test_a_page_is_read_from_its_title_on():
    text = (Block("paragraph", "B"), Block("item", "C"))
    assert [block.text for block in page(GuideText(title="A", summary="B", blocks=text))] == ["A", "B", "C"]
    assert [block.text for block in page(OfferText(title="A", summary="S", description=text))] == ["A", "S", "B", "C"]
