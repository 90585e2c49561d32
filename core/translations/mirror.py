"""Give each page of the source language its counterpart in every other language."""

from collections.abc import Iterator

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization

from core.languages import codes, default_language
from core.models import BasePage, Generation


def source_locale() -> Locale:
    """Give the locale in which the site is written, made if it is missing."""
    return Locale.all_objects.get_or_create(language_code=default_language())[0]


@transaction.atomic
def make_locales() -> None:
    """Make the locales of the setting that are missing, each one fed by the source language."""
    source = source_locale()
    for code in codes()[1:]:
        locale, _made = Locale.all_objects.get_or_create(language_code=code)
        if not LocaleSynchronization.objects.filter(locale=locale).exists():
            # In bulk: the signal of a save would copy every page at once, Wagtail's greeting too.
            LocaleSynchronization.objects.bulk_create([LocaleSynchronization(locale=locale, sync_from=source)])


def targets() -> list[Locale]:
    """List the locales that follow the source language."""
    fed = LocaleSynchronization.objects.filter(sync_from__language_code=default_language()).values("locale")
    return list(Locale.objects.filter(pk__in=fed))


@transaction.atomic
def mirror_everything() -> int:
    """Make the aliases that are missing, parents first; give how many."""
    missing = [(page, locale) for locale in targets() for page in _without_counterpart(locale)]
    for page, locale in missing:
        page.copy_for_translation(locale, copy_parents=True, alias=True)
    if missing:
        Generation.bump()
    return len(missing)


def mirror(page: Page) -> None:
    """Make the aliases that this page lacks."""
    there = set(Page.objects.filter(translation_key=page.translation_key).values_list("locale_id", flat=True))
    lacking = [locale for locale in targets() if locale.pk not in there]
    for locale in lacking:
        page.copy_for_translation(locale, copy_parents=True, alias=True)
    if lacking:
        Generation.bump()


def _without_counterpart(locale: Locale) -> Iterator[Page]:
    """Give the pages of our own types (not Wagtail's greeting) that have nothing in this locale, in tree order."""
    there = Page.objects.filter(locale=locale).values("translation_key")
    pages = Page.objects.filter(locale__language_code=default_language(), depth__gt=1)
    for page in pages.exclude(translation_key__in=there).order_by("path").specific():
        if isinstance(page, BasePage):
            yield page
