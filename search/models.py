"""The embedded engine's tables. Everything in them can be made again from the directory (`rebuild_index`)."""

from django.db import models


class Posting(models.Model):
    """Records of the firms that share a key (a trade and an area, or a word of a name), packed for numpy.

    `id` is the key plus the number of the chunk; a key's first row tells how many `chunks` (a power of two) it
    has, and a firm stands in the chunk of its id's low bits. See `search.engines.embedded.records`.
    """

    id = models.BigIntegerField(primary_key=True)
    chunks = models.PositiveSmallIntegerField(default=1)
    data = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)


class IndexedFirm(models.Model):
    """Under which keys a firm is filed, so that an edit finds its former records. `words` are its name's."""

    id = models.BigIntegerField(primary_key=True)
    keys = models.BinaryField()
    words = models.TextField()

    def __str__(self) -> str:
        return str(self.id)


class NameWords(models.Model):
    """The whole words of firms' names that share a first letter and a length, and in how many names each stands."""

    id = models.BigIntegerField(primary_key=True)
    words = models.TextField()
    counts = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)
