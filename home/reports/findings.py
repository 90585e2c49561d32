"""What staff should look at again, found in the pages as they are published. Each finding says where to mend it."""

from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page

from core.models import Picture, ReviewedPage
from home.reports.finding import Finding, concrete, of_page, references


def to_review() -> list[Finding]:
    """List the published pages of advice that nobody has read again for a year, the oldest first."""
    pages = [page for model in concrete(ReviewedPage) for page in model.to_review()]
    return [
        of_page(page, _("relue le %(day)s") % {"day": f"{page.reviewed_on:%d/%m/%Y}"})
        for page in sorted(pages, key=lambda page: (page.reviewed_on, page.pk))
    ]


def count_to_review() -> int:
    """Count them: one query for each kind of page."""
    return sum(model.to_review().count() for model in concrete(ReviewedPage))


def without_description() -> list[Finding]:
    """List the pictures that nobody described, the most used first."""
    uses = {
        int(row["to_object_id"]): row["uses"]
        for row in references(Picture).values("to_object_id").annotate(uses=Count("object_id", distinct=True))
    }
    pictures = Picture.objects.filter(description="").order_by("title", "pk")
    return [
        Finding(picture.title, _used(uses.get(picture.pk, 0)), reverse("wagtailimages:edit", args=[picture.pk]))
        for picture in sorted(pictures, key=lambda picture: -uses.get(picture.pk, 0))
    ]


def _used(count: int) -> str:
    if not count:
        return _("utilisée nulle part")
    return ngettext("utilisée dans %(n)d page", "utilisée dans %(n)d pages", count) % {"n": count}


def untranslated() -> dict[str, list[Finding]]:
    """List, for each other language, the published pages that have no published translation."""
    source = Locale.get_default()
    return {
        str(locale): [of_page(page, _("affichée dans sa langue d’origine")) for page in _untranslated(source, locale)]
        for locale in Locale.objects.exclude(pk=source.pk).order_by("language_code")
    }


def _untranslated(source: Locale, locale: Locale) -> QuerySet[Any]:
    done = Page.objects.live().filter(locale=locale, alias_of=None).values("translation_key")
    pages = Page.objects.live().filter(locale=source, depth__gt=1).not_exact_type(Page)
    return pages.exclude(translation_key__in=done).order_by("path")
