"""The case studies that a reader may open here: of the site and the language of the request."""

from collections.abc import Iterable

from django.http import HttpRequest

from core.shops.memory import place_of
from experiences.models import ExperienceIndexPage, ExperiencePage
from experiences.models.querysets import ExperienceQuerySet


def cases_here(request: HttpRequest) -> ExperienceQuerySet:
    """Give the published case studies of this site, in the language of the moment."""
    _site, root = place_of(request)
    cases: ExperienceQuerySet = ExperiencePage.objects.readable()
    return cases.beside(root.path) if root else cases.none()


def chosen_here(request: HttpRequest, ids: Iterable[int]) -> list[tuple[int, ExperiencePage]]:
    """Give the case studies that these ids name, in that order, each with the id that named it.

    An id of another language names its translation here (two queries). Unknown and withdrawn ones are left out, and so
    is a second id of the same case.
    """
    ids = list(ids)
    named = dict(ExperiencePage.objects.readable().filter(pk__in=ids).values_list("pk", "translation_key"))
    here = {page.translation_key: page for page in _read(request, set(named.values()))} if named else {}
    found: dict[object, tuple[int, ExperiencePage]] = {}
    for pk in ids:
        if named.get(pk) in here:
            found.setdefault(named[pk], (pk, here[named[pk]]))
    return list(found.values())


def index_url(request: HttpRequest) -> str:
    """Give the address of the list of case studies; "/experiences/" where nobody made it yet (one query)."""
    _site, root = place_of(request)
    page = ExperienceIndexPage.objects.child_of(root).live().first() if root else None
    return (page.get_url(request) if page else None) or "/experiences/"


def _read(request: HttpRequest, keys: set[object]) -> list[ExperiencePage]:
    pages = cases_here(request).filter(translation_key__in=keys).for_cards()
    return list(pages.prefetch_related("aids", "votes", "photos__picture__renditions", "works", "firms__professional"))
