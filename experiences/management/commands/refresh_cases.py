from typing import Any

from django.core.management import BaseCommand

from experiences.services import refresh_figures


class Command(BaseCommand):
    """Work out again what depends on the day: letters and gains (the worker runs it)."""

    help = "Recalcule les étiquettes et les gains des retours d’expérience, au coefficient et aux seuils du jour."

    def handle(self, **options: Any) -> None:
        """Work them out, and say how many pages changed when some did."""
        if count := refresh_figures():
            self.stdout.write(str(count))
