"""Pictures and documents that editors upload, with what readers must be told of them."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_rendition_storage, get_upload_to
from wagtail.images.models import get_rendition_upload_to as rendition_upload_to

from core.documents.fields import DocumentField
from core.languages import default_language, languages
from core.models.generations import Generation
from core.pictures.fields import PictureField, RenditionField
from core.pictures.queries import PictureQuerySet
from core.pictures.renditions import prepare

_file_name = AbstractImage._meta.get_field("file").verbose_name  # Wagtail's own word


class Picture(AbstractImage):
    """A picture, with its credit; `description` is the text for those who do not see it.

    Its file is stored clean (`core.pictures.uploads`). `shown_soon`, set before it is saved, has its renditions made
    at once; otherwise `make_renditions` makes them.
    """

    file = PictureField(_file_name, upload_to=get_upload_to, width_field="width", height_field="height")
    credit = models.CharField(
        _("crédit"),
        max_length=120,
        blank=True,
        help_text=_("Qui l’a faite : affiché sous l’image. Exemple : « Ville »"),
    )

    admin_form_fields = (*(name for name in Image.admin_form_fields if name != "tags"), "credit", "tags")
    shown_soon = False

    objects = PictureQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_picture", _("Peut choisir une image"))]

    def save(self, *args: Any, **options: Any) -> None:
        """Store the picture, then make its renditions if somebody is about to look; a failure there loses nothing."""
        super().save(*args, **options)
        if self.shown_soon:
            transaction.on_commit(self._make_ready, robust=True)

    def _make_ready(self) -> None:
        if prepare(self):
            Generation.bump()


class PictureRendition(AbstractRendition):
    """A picture at one size and in one format. Its address changes with what it shows: it may be kept for ever."""

    file = RenditionField(
        upload_to=rendition_upload_to, storage=get_rendition_storage, width_field="width", height_field="height"
    )
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="core_one_rendition_each")
        ]

    def get_upload_to(self, filename: str) -> str:
        """Put the picture's fingerprint in the address."""
        return super().get_upload_to(filename).replace("/", f"/{self.image.get_file_hash()[:10]}-", 1)


class SiteDocument(AbstractDocument):
    """A file to download. `pages` and `tagged` are read from a PDF at upload; None where nobody can tell.

    `gaps` names what a PDF lacks for some of its readers: "title", "language", "tags", or "unread".
    """

    GAPS = {"title": _("sans titre"), "language": _("sans langue"), "tags": _("non balisé"), "unread": _("non lu")}

    file = DocumentField(_file_name, upload_to="documents")
    language = models.CharField(
        _("langue"), max_length=10, choices=languages, default=default_language,
        help_text=_("La langue du document : dite aux lecteurs, et à leurs synthèses vocales."),
    )  # fmt: skip
    pages = models.PositiveIntegerField(_("nombre de pages"), null=True, blank=True, editable=False)
    tagged = models.BooleanField(_("PDF balisé"), null=True, editable=False)
    gaps = models.JSONField(_("manques du PDF"), default=list, blank=True, editable=False)

    admin_form_fields = ("title", "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_sitedocument", _("Peut choisir un document"))]

    @property
    def accessibility(self) -> str:
        """Say in a few words what a PDF lacks, "rien ne manque" when it is complete, nothing for another document."""
        if self.file_extension.lower() != "pdf":
            return ""
        return ", ".join(str(self.GAPS[gap]) for gap in self.gaps) or gettext("rien ne manque")

    @property
    def advice(self) -> str:
        """Tell the editor what to do about a PDF that some readers could not use; nothing when it is complete."""
        if not self.gaps:
            return ""
        if "unread" in self.gaps:
            return gettext(
                "Le site n’a pas pu lire ce PDF : il est peut-être protégé ou abîmé. Vérifiez qu’il s’ouvre, et qu’il "
                "a un titre, une langue et des balises."
            )
        return gettext(
            "Certaines personnes liront mal ce PDF : il est %(gaps)s. Corrigez le document d’origine, exportez-le de "
            "nouveau en PDF balisé, et remplacez le fichier."
        ) % {"gaps": self.accessibility}
