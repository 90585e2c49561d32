"""The renditions that pictures lack: those a program stored, or all of them after their sizes changed."""

import logging
from typing import Any

from django.core.management import BaseCommand

from core.models import Generation, Picture
from core.pictures.renditions import prepare

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Complete every picture. It can be stopped at any time and started again; a damaged file stops nothing."""

    help = "Fabrique les tailles et les formats qui manquent aux images."

    def handle(self, *, verbosity: int = 1, **options: Any) -> None:
        """Make what is missing, one picture after the other."""
        made = sum(self._complete(picture) for picture in Picture.objects.prefetch_related("renditions").iterator(100))
        if made:
            Generation.bump()  # pages kept in memory show only what was ready
        if made and verbosity:
            self.stdout.write(f"{made} fichiers fabriqués.")

    def _complete(self, picture: Picture) -> int:
        try:
            return prepare(picture)
        except OSError:
            logger.warning("The file of picture %s cannot be read", picture.pk)
            return 0
