"""Pictures and documents that editors upload, with what readers must be told of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from core.languages import default_language, languages


class Picture(AbstractImage):
    """A picture, with its credit; `description` is the text for those who do not see it."""

    credit = models.CharField(
        _("crédit"),
        max_length=120,
        blank=True,
        help_text=_("Qui l’a faite : affiché sous l’image. Exemple : « Ville »"),
    )

    admin_form_fields = (*(name for name in Image.admin_form_fields if name != "tags"), "credit", "tags")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_picture", _("Peut choisir une image"))]


class PictureRendition(AbstractRendition):
    """A picture at one size and in one format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="core_one_rendition_each")
        ]


class SiteDocument(AbstractDocument):
    """A file to download. `pages` and `tagged` are read from a PDF at upload; None where nobody can tell."""

    language = models.CharField(
        _("langue"), max_length=10, choices=languages, default=default_language,
        help_text=_("La langue du document : dite aux lecteurs, et à leurs synthèses vocales."),
    )  # fmt: skip
    pages = models.PositiveIntegerField(_("nombre de pages"), null=True, blank=True, editable=False)
    tagged = models.BooleanField(_("PDF balisé"), null=True, editable=False)

    admin_form_fields = ("title", "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_sitedocument", _("Peut choisir un document"))]
