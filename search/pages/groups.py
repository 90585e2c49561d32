"""What kinds of pages an answer is sorted into."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from experiences.models import ExperiencePage
from home.models import EventPage, NewsPage, ResourcePage

OTHERS = "conseils"


@dataclass(frozen=True, slots=True)
class Group:
    """Pages of a kind: how addresses name it, and how people do."""

    slug: str
    label: str | Promise
    kinds: tuple[type[Page], ...]


GROUPS = (
    Group(OTHERS, _("Conseils et pages du site"), ()),
    Group("ressources", _("Ressources"), (ResourcePage,)),
    Group("experiences", _("Retours d’expérience"), (ExperiencePage,)),
    Group("actualites", _("Actualités"), (NewsPage,)),
    Group("agenda", _("Agenda"), (EventPage,)),
)
SLUGS = tuple(group.slug for group in GROUPS)


def group_of(page: Page) -> str:
    """Give the slug of the group that a page (as what it is, not as a bare `Page`) belongs to."""
    return next((group.slug for group in GROUPS if isinstance(page, group.kinds)), OTHERS)
