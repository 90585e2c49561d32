"""Make the editorial site of the demonstration."""

from typing import Any

from django.core.management import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from core.demo import require_demo
from home.demo import stock
from home.demo.shop import fill_settings
from home.models import HomePage
from home.starting import lay_site, starting_texts
from home.texts.files import in_order, read_folder
from home.texts.library import Library
from home.texts.writing import write_pages

HOSTNAME, PORT = "localhost", 8000


class Command(BaseCommand):
    """Make the whole site once: from then on it belongs to those who edit it, down to what they delete."""

    help = "Crée les pages, images et documents de démonstration. Refusé en production ; laisse un site garni seul."

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        """Make the site, unless its home page has pages already."""
        require_demo()
        site = Site.objects.filter(is_default_site=True).first()
        home = site.root_page.specific if site else None
        if not isinstance(home, HomePage):
            home = lay_site(name=stock.read("site.toml")["name"], hostname=HOSTNAME, port=PORT)
        if home.is_leaf():
            _write(home)
        count = Page.objects.descendant_of(home, inclusive=True).count()
        self.stdout.write(_("Page d’accueil : « %(title)s » ; pages : %(count)d") % {
            "title": home.title, "count": count,
        })  # fmt: skip


def _write(home: HomePage) -> None:
    stock.make_topics()
    library = Library(pictures=stock.make_pictures(), documents=stock.make_documents())
    texts = in_order(starting_texts() | read_folder(stock.FOLDER / "pages"))
    library = write_pages(home=home, texts=texts, library=library)
    fill_settings(site=Site.objects.get(root_page=home), library=library)
