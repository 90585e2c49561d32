"""The tables of the indexes. Everything in them can be made again from the site itself (`rebuild_index`).

The first three are the embedded engine's, of firms; the last two are of editorial pages.
"""

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


class IndexedPage(models.Model):
    """A page that the site-wide search may find, and what its line of the answer says beside the title.

    `group` is a slug of `search.pages.groups`; `facts` are words ("Fiche pratique", "3 décembre 2026"); what is
    `over_at` a moment comes after the rest from then on.
    """

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="+")
    group = models.CharField(max_length=20)
    summary = models.TextField(blank=True)
    facts = models.TextField(blank=True)
    over_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.page_id)


class PageWord(models.Model):
    """A word of a page, folded, its stem, and its weight there: of the title, of the summary, or of the text."""

    page = models.ForeignKey(IndexedPage, on_delete=models.CASCADE, related_name="words")
    word = models.CharField(max_length=40, db_index=True)
    stem = models.CharField(max_length=40, db_index=True)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "word"], name="page_word_once")]

    def __str__(self) -> str:
        return self.word
