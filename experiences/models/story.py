"""How it was lived."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


def _text(words: Any) -> RichTextField:
    return RichTextField(words, blank=True, features=FEATURES)


class Story(models.Model):
    """What those who did it tell those who might."""

    why = _text(_("pourquoi ces travaux"))
    obstacles = _text(_("les obstacles"))
    assembly = _text(_("le vote en assemblée"))
    lessons = _text(_("ce que l’on referait, ce que l’on éviterait"))
    quote = models.TextField(_("une phrase de ceux qui l’ont vécu"), max_length=500, blank=True)
    quote_author = models.CharField(_("qui le dit"), max_length=120, blank=True)
    reviewed_on = models.DateField(_("fiche relue le"), null=True, blank=True)
    completeness = models.PositiveSmallIntegerField(
        default=0, editable=False
    )  # percent, see `experiences.completeness`

    class Meta:
        abstract = True
