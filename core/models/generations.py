from secrets import randbelow

from django.db import connection, models, transaction
from django.db.models import F

MAX_STEP = 2**31  # a number lasts for thousands of millions of steps


class Generation(models.Model):
    """Counts what readers may see change. Cached pages of an older generation are dead.

    It lives in the database so that every process sees it, and so that it changes with what it speaks of:
    in the same transaction or not at all.
    """

    value = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def current(cls) -> int:
        """Give the number of the moment: one indexed read, in plain SQL since every cached page waits for it."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT value FROM core_generation WHERE id = 1")
            row = cursor.fetchone()
        return row[0] if row else 0

    @classmethod
    def bump(cls) -> None:
        """Start a new generation. Its number was met nowhere before, not even in a transaction that was undone."""
        step = randbelow(MAX_STEP) + 1
        with transaction.atomic():
            if not cls.objects.filter(pk=1).update(value=F("value") + step):
                cls.objects.create(pk=1, value=step)
