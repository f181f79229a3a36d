"""Run inside the CMS by its own Python: edits as an editor makes them, one of each kind a sync has to notice."""

import json
import sys

import django

django.setup()

from cacheops import no_invalidation  # noqa: E402
from integreat_cms.cms import models  # noqa: E402


def newest(thing, language):
    return thing.translations.filter(language__slug=language).order_by("-version").first()


def page_called(title):
    return models.PageTranslation.objects.filter(title=title, language__slug="de").order_by("-version").first().page


def place_called(title):
    return models.POITranslation.objects.filter(title=title, language__slug="de").order_by("-version").first().poi


def again(translation, **change):
    """A further version, as the CMS's form saves one."""
    translation.pk, translation.version = None, translation.version + 1
    for field, value in change.items():
        setattr(translation, field, value)
    translation.save(update_timestamp=False)


def main():
    again(newest(page_called("Kaution"), "de"), title="Mietkaution", slug="mietkaution",
          content="<p>Höchstens drei Monatsmieten.</p>")
    models.Page.objects.filter(pk=page_called("Kleingärten").pk).update(explicitly_archived=True)
    unpublished = page_called("Wohnungslosigkeit")
    models.PageTranslation.objects.filter(page=unpublished).update(status="DRAFT")
    again(newest(page_called("Müll trennen"), "de"), content="")
    ukrainian = models.LanguageTreeNode.objects.filter(region__slug="musterstadt", language__slug="uk")
    ukrainian.update(active=False, visible=False)
    library = place_called("Stadtbibliothek")
    week = library.opening_hours
    week[6] = {"allDay": False, "closed": False, "appointmentOnly": False,
               "timeSlots": [{"start": "13:00", "end": "17:00", "timezone": "Europe/Berlin"}]}
    models.POI.objects.filter(pk=library.pk).update(opening_hours=week, barrier_free=False)
    models.POI.objects.filter(pk=place_called("Tafel Musterstadt").pk).update(temporarily_closed=True)
    again(newest(place_called("Bürgerbüro Mitte"), "de"), version=0, language=models.Language.objects.get(slug="tr"),
          title="Vatandaş Bürosu", slug="vatandas-burosu", content="<p>Kimlik ve ikamet işlemleri.</p>")
    models.Event.objects.filter(translations__title="Nachtwanderung").update(archived=True)


if __name__ == "__main__":
    with no_invalidation:
        main()
    json.dump("done", sys.stdout)
