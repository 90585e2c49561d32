"""Make what the languages of the setting lack."""

from typing import Any

from django.core.management import BaseCommand
from django.utils.translation import ngettext

from core.translations.mirror import make_locales, mirror_everything


class Command(BaseCommand):
    """Do what each `migrate` does at its end, for pages that a command made since; changes nothing the second time."""

    help = "Crée les langues du réglage SITE_LANGUAGES et, dans chacune, les pages qui manquent (en français)."

    def handle(self, **options: Any) -> None:
        """Make them and say how many."""
        make_locales()
        count = mirror_everything()
        message = ngettext("%d page à traduire ajoutée.", "%d pages à traduire ajoutées.", count)
        self.stdout.write(message % count)
