"""Make the pages of the demonstration: the home page at the root of the default site."""

from typing import Any

from django.core.management import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from core.demo import require_demo
from home.models import HomePage

HOSTNAME, PORT = "localhost", 8000
TITLE = "Rénover son logement"
INTRODUCTION = (
    "Trouvez un professionnel qui intervient chez vous, pour une maison comme pour une copropriété, "
    "et demandez conseil à chaque étape."
)


class Command(BaseCommand):
    """Create what is missing; what someone edited since stays as it is."""

    help = "Crée la page d’accueil de démonstration. Refusé en production."

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        """Create the languages, the home page and the site."""
        require_demo()
        french, _made = Locale.objects.get_or_create(language_code="fr")
        Locale.objects.get_or_create(language_code="en")
        home = HomePage.objects.filter(locale=french).first() or _make_home(french)
        _point_site(home)
        self.stdout.write(_("Page d’accueil : « %s »") % home.title)


def _make_home(locale: Locale) -> HomePage:
    home = HomePage(title=TITLE, slug=_free_slug("accueil"), locale=locale, summary=INTRODUCTION)
    Page.get_first_root_node().add_child(instance=home)
    return home


def _free_slug(slug: str) -> str:
    taken = Page.objects.filter(depth=2, slug=slug).exists()
    return f"{slug}-demo" if taken else slug


def _point_site(home: HomePage) -> None:
    """Make the home page the root of the default site, unless a home page already is; drop Wagtail's greeting."""
    site = Site.objects.filter(is_default_site=True).first()
    if site and issubclass(site.root_page.specific_class or Page, HomePage):
        return
    greeting = site.root_page if site else None
    site = site or Site(is_default_site=True)
    site.hostname, site.port, site.root_page = HOSTNAME, PORT, home
    site.save()
    if greeting and greeting.depth == 2 and type(greeting.specific) is Page and greeting.is_leaf():
        greeting.delete()
