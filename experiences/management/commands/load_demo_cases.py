"""Publish the fictitious case studies of the demonstration."""

from typing import Any

from django.core.management import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.demo import require_demo
from experiences.demo import write_cases
from experiences.models import ExperienceIndexPage, ExperiencePage


class Command(BaseCommand):
    """Publish them once: from then on they belong to those who edit them, down to what they delete."""

    help = "Publie les retours d’expérience fictifs. Refusé en production ; ne fait rien dès qu’une fiche a un coût."

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        """Publish them, unless the site has some that tell what they cost."""
        require_demo()
        index = ExperienceIndexPage.objects.filter(locale=Locale.get_default()).first()
        if index and not ExperiencePage.objects.exclude(cost=None).exists():
            write_cases(index)
        self.stdout.write(_("Retours d’expérience : %d") % ExperiencePage.objects.filter(alias_of=None).count())
