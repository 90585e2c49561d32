"""A small French site and the means to translate it as an editor does: segments, saving, publishing."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from core.models import Picture, SiteDocument
from experiences.models import ExperienceIndexPage, ExperiencePage
from home.models import HomePage, StandardPage


def french() -> Locale:
    return Locale.objects.get(language_code="fr")


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def french_site() -> HomePage:
    """Make a front door and point the site at it."""
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Rénover chez soi", slug="porte"))
    publish(home)
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()
    return home


def publish(page: Page, **changes: Any) -> Page:
    """Publish a page by a revision, as the back office does."""
    page = page.specific
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return Page.objects.get(pk=page.pk).specific


def advice(parent: Page, title: str = "Isoler les combles", slug: str = "combles", **fields: Any) -> StandardPage:
    """Publish a page of advice."""
    page = parent.add_child(instance=StandardPage(title=title, slug=slug, **fields))
    return publish(page)


def version(page: Page, code: str = "en") -> Any:
    """Give a page's version in a language, as the database has it."""
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=code).specific


def start_translation(page: Page) -> Translation:
    """Submit a page for translation into English."""
    translate_object(page, [english()])
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=english())


def write(translation: Translation, words: dict[str, str] | None = None) -> None:
    """Translate each text: by these words, else the same text marked “EN”."""
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context"):
        text = segment.string.data
        StringTranslation.objects.update_or_create(
            translation_of=segment.string, locale=translation.target_locale, context=segment.context,
            defaults={"data": (words or {}).get(text, f"EN {text}"), "updated_at": timezone.now()},
        )  # fmt: skip


def publish_translation(translation: Translation, capture: Any) -> Any:
    """Publish it; what runs on commit runs too."""
    with capture(execute=True):
        translation.save_target(publish=True)
    return Page.objects.get(pk=translation.get_target_instance().pk).specific


def translated(page: Page, capture: Any, words: dict[str, str] | None = None) -> Any:
    """Translate a page into English and publish."""
    translation = start_translation(page)
    write(translation, words)
    return publish_translation(translation, capture)


def texts(translation: Translation) -> set[str]:
    """List what a translator is given."""
    return {one.data for one in String.objects.filter(segments__source=translation.source)}


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}


def items(*values: Any) -> list[dict[str, Any]]:
    return [block("item", value) for value in values]


def picture() -> Picture:
    return Picture.objects.create(title="Un toit", file=get_test_image_file())


def document() -> SiteDocument:
    return SiteDocument.objects.create(title="Le guide", file=ContentFile(b"%PDF-1.4", name="guide.pdf"))


TABLE = {
    "columns": [{"type": "text", "heading": "Paroi"}, {"type": "text", "heading": "Épaisseur"}],
    "rows": [{"values": ["Murs", "14 cm"]}, {"values": ["Toiture", "30 cm"]}, {"values": ["Plancher", ""]}],
    "caption": "Épaisseurs courantes",
}
FIGURE = {"value": "43 %", "label": "de chaleur", "source": "Une étude", "date": str(date(2026, 1, 31))}


def case(home: Page) -> ExperiencePage:
    """Publish a renovation."""
    index = publish(home.add_child(instance=ExperienceIndexPage(title="Ils l’ont fait", slug="experiences")))
    return publish(index.add_child(instance=ExperiencePage(title="Chez Odile", slug="odile")))


def every_block(page: Page, renovation: Page) -> list[dict[str, Any]]:
    """Give one block of each type, each with its texts in French."""
    link = {"label": "Voir la page", "page": page.pk, "url": ""}
    return [
        block("text", '<h2>Le toit</h2><p>Isolez <b>bien</b>, <a href="https://exemple.fr/">dit le guide</a>.</p>'),
        block("quote", {"text": "Il fait bon.", "author": "Odile", "role": "habitante"}),
        block("steps", {"title": "Marche à suivre", "steps": items(
            {"title": "Mesurer", "text": "<p>Prenez un mètre.</p>"}, {"title": "Choisir", "text": ""})}),
        block("accordion", {"title": "En détail", "items": items({"title": "Le prix", "text": "<p>Il varie.</p>"})}),
        block("table", {"cells": TABLE, "row_headers": True}),
        block("figures", {"title": "En chiffres", "figures": items(FIGURE)}),
        block("picture", {"picture": picture().pk, "alt": "Un toit neuf", "decorative": False, "caption": "Fini"}),
        block("video", {"title": "Film", "url": "https://vimeo.com/1", "duration": "1 min", "poster": None,
                        "transcript": "Eh."}),
        block("documents", {"title": "À lire", "documents": items(document().pk)}),
        block("news", {"title": "Quoi de neuf", "count": 3, "housing": ""}),
        block("cases", {"title": "Ils ont rénové", "pages": items(renovation.pk)}),
        block("call", {"title": "Agissez", "text": "<p>Vite.</p>", "link": link}),
        block("appointment", {"title": "Parlez-nous", "text": "<p>On répond.</p>"}),
        block("contact", {"name": "Le guichet", "phone": "05 61 00 00 00", "email": "a@exemple.fr",
                          "hours": "le matin", "address": "1 rue du Pont"}),
        block("directory", {"title": "Trouver", "words": "isolation", "housing": "maison"}),
    ]  # fmt: skip


def french_words(value: Any) -> list[str]:
    """List every text that is held in a piece of a page's stored body, whatever its shape."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [word for name, part in value.items() if name not in ("id", "type") for word in french_words(part)]
    return [word for part in value for word in french_words(part)] if isinstance(value, list) else []
