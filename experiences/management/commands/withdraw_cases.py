from typing import Any

from django.core.management import BaseCommand

from experiences.services import withdraw_expired


class Command(BaseCommand):
    """Withdraw the case studies whose consent ended (the worker runs it)."""

    help = "Retire du site, dans toutes les langues, les retours d’expérience dont l’autorisation est terminée."

    def handle(self, **options: Any) -> None:
        """Withdraw them, and say how many when there were any."""
        if count := withdraw_expired():
            self.stdout.write(str(count))
