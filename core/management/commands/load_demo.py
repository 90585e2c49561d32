"""Load everything the demonstration shows."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command

from core.demo import require_demo


class Command(BaseCommand):
    """Run the commands of `settings.DEMO_COMMANDS` in order; each changes nothing the second time."""

    help = "Charge la démonstration : territoires, compte, pages, professionnels fictifs. Refusé en production."

    def handle(self, **options: Any) -> None:
        """Load, or refuse."""
        require_demo()
        for name in settings.DEMO_COMMANDS:
            call_command(name, stdout=self.stdout, stderr=self.stderr)
