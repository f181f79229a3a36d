"""Any number of made-up municipal offers, for measuring: the same seed gives the same offers.

Their words are those of the lexicon, so that every language has a vocabulary of its own size and people's queries
meet them; names of places say that they are made up by being numbered.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from content import wire
from content.block import Block
from content.lexicon.tables import Concept, read_tables, tables
from content.record import Accessibility, Contact, Hours, Offer, OfferText, Place, Record, Source

FEED = "bench"
LANGUAGES = ("de", "en", "tr", "ar")
_DISTRICTS = ("Altstadt", "Nordstadt", "Südstadt", "Hafen", "Westend", "Ostufer", "Heide", "Mühlenviertel", "Insel")
_TREES = ("Ahorn", "Birken", "Buchen", "Eichen", "Erlen", "Eschen", "Fichten", "Flieder", "Ginster", "Holunder",
          "Kastanien", "Kiefern", "Linden", "Pappel", "Rosen", "Tannen", "Ulmen", "Weiden")
_WAYS = ("weg", "straße", "allee", "ring", "gasse", "platz", "damm", "stieg")
_STREETS = [tree + way for tree in _TREES for way in _WAYS]
_HOUSES = ("Nachbarschaftshaus", "Beratungsstelle", "Familienzentrum", "Stadtteilbüro", "Begegnungsstätte",
           "Bürgertreff")
_HOURS = ("Mo-Fr 09:00-17:00", "Mo,We 10:00-13:00; Th 15:00-18:00", "Tu 14:00-18:00",
          "Mo-Th 08:00-16:00; Fr 08:00-12:00", "Sa 10:00-14:00", "24/7", "Mo-Fr 09:00-12:00; PH off", "")
# What offers say around the things they are about: {a} {b} {c} are words for things.
_SENTENCES: dict[str, Sequence[str]] = {
    "de": (
        "Wir beraten Sie kostenlos zu {a}, {b} und {c}.",
        "Sie haben Fragen zu {a}? Wir helfen Ihnen gern weiter.",
        "Bitte bringen Sie Unterlagen zu {a} und {b} mit.",
        "Das Angebot richtet sich an alle, die {a} brauchen oder {b} suchen.",
        "Eine Anmeldung ist nicht nötig, kommen Sie einfach vorbei.",
        "Auch bei {a} und {c} begleiten wir Sie zu den Ämtern.",
        "Termine für {b} vergeben wir am Telefon.",
        "Unsere Räume sind mit Bus und Bahn gut zu erreichen.",
        "Mehr zu {a}, {b} oder {c} erfahren Sie in der offenen Sprechstunde.",
    ),
    "en": (
        "We advise you free of charge on {a}, {b} and {c}.",
        "Do you have questions about {a}? We are happy to help.",
        "Please bring papers about {a} and {b} with you.",
        "This is for everybody who needs {a} or is looking for {b}.",
        "You do not have to register, just come along.",
        "We also go with you to offices about {a} and {c}.",
        "Appointments for {b} are made on the phone.",
        "You reach us easily by bus and train.",
        "Learn more about {a}, {b} or {c} in the open consultation hour.",
    ),
    "tr": (
        "{a}, {b} ve {c} konularında ücretsiz danışmanlık veriyoruz.",
        "{a} hakkında sorularınız mı var? Memnuniyetle yardımcı oluruz.",
        "Lütfen {a} ve {b} ile ilgili belgelerinizi getirin.",
        "{a} ihtiyacı olan veya {b} arayan herkes içindir.",
        "Kayıt gerekmez, doğrudan gelebilirsiniz.",
        "{a} ve {c} için resmi dairelere birlikte gidiyoruz.",
        "{b} için randevular telefonla verilir.",
        "Bize otobüs ve trenle kolayca ulaşabilirsiniz.",
        "{a}, {b} veya {c} hakkında daha fazla bilgi alın.",
    ),
    "ar": (
        "نقدم لكم استشارة مجانية حول {a} و{b} و{c}.",
        "هل لديكم أسئلة حول {a}؟ يسعدنا أن نساعدكم.",
        "يرجى إحضار الأوراق المتعلقة بـ {a} و{b}.",
        "هذا العرض لكل من يحتاج إلى {a} أو يبحث عن {b}.",
        "لا حاجة إلى التسجيل، تفضلوا بالحضور مباشرة.",
        "نرافقكم أيضا إلى الدوائر من أجل {a} و{c}.",
        "تحجز مواعيد {b} بالهاتف.",
        "يمكن الوصول إلينا بسهولة بالحافلة والقطار.",
        "تعرفوا على المزيد عن {a} أو {b} أو {c}.",
    ),
}
_BARE = ("{a}, {b}, {c}.",)


def generate(count: int, languages: Sequence[str] = LANGUAGES, seed: int = 0) -> Iterator[tuple[Record, bytes]]:
    """`count` offers with a text in each of the languages, as `Store.replace_feed` takes them."""
    chance = random.Random(seed)
    for number in range(count):
        offer = _offer(number, languages, chance)
        yield offer, wire.encode(offer)


def _offer(number: int, languages: Sequence[str], chance: random.Random) -> Offer:
    about = chance.sample(_concepts(), 6)
    district = chance.choice(_DISTRICTS)
    return Offer(
        id=f"{FEED}:{number:06}", kind=chance.choice(("service", "service", "place", "event")),
        source=Source(feed=FEED, assured_date=date(2026, 1, 1 + number % 28)),
        texts={language: _text(language, about, district, chance) for language in languages},
        original_language=languages[0], provider=f"{chance.choice(_HOUSES)} {district} {number % 400}",
        places=(_place(number, district, chance),), hours=Hours(osm=chance.choice(_HOURS)),
        contacts=(Contact(phones=(f"0451 {100000 + number}",)),), languages=tuple(chance.sample(languages, 2)),
        topics=(about[0].topic,) if about[0].topic else (), cost=chance.choice(("free", "paid", "unknown")))


def _place(number: int, district: str, chance: random.Random) -> Place:
    return Place(name=f"{chance.choice(_HOUSES)} {number % 400}", district=district,
                 address=f"{chance.choice(_STREETS)} {1 + number % 120}, 23552 Lübeck",
                 latitude=53.8 + chance.random() / 5, longitude=10.6 + chance.random() / 5,
                 accessibility=Accessibility(wheelchair=chance.choice(("yes", "limited", "no", "unknown"))))


def _text(language: str, about: Sequence[Concept], district: str, chance: random.Random) -> OfferText:
    said = [chance.choice(concept.terms[language]) for concept in about]
    lines = chance.sample(_SENTENCES.get(language, _BARE * 5), 5)
    blocks = tuple(Block("paragraph", line.format(**dict(zip("abc", chance.sample(said, 3), strict=True))))
                   for line in lines)
    return OfferText(title=f"{said[0]} {district}", summary=f"{said[1]}, {said[2]}", description=blocks)


@cache
def _concepts() -> list[Concept]:
    """Concepts that have words in every language of the lexicon."""
    return [concept for concept in read_tables(tables())
            if all(terms for language, terms in concept.terms.items() if language != "de-simple")]
