from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from core.models import BasePage, ReviewedPage
from core.widgets import TickBoxes


class ResourceIndexPage(BasePage):
    """Guides, sheets, forms, films and links."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ResourcePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Ressources")
        verbose_name_plural = _("rubriques Ressources")


class ResourcePage(ReviewedPage):
    """Something to read, fill in or watch: a file, an address, or the page's own text."""

    class Kind(models.TextChoices):
        GUIDE = "guide", _("guide")
        SHEET = "fiche", _("fiche pratique")
        FORM = "formulaire", _("formulaire")
        VIDEO = "video", _("vidéo")
        LINK = "lien", _("lien")

    class Audience(models.TextChoices):
        EVERYONE = "tous", _("tout le monde")
        OWNERS = "proprietaires", _("propriétaires occupants")
        LANDLORDS = "bailleurs", _("propriétaires bailleurs")
        COUNCIL = "conseil-syndical", _("conseils syndicaux et syndics")
        TENANTS = "locataires", _("locataires")
        PROFESSIONALS = "professionnels", _("professionnels")

    kind = models.CharField(_("nature"), max_length=10, choices=Kind.choices, default=Kind.GUIDE, db_index=True)
    topics = ParentalManyToManyField("home.Topic", verbose_name=_("thèmes"), blank=True, related_name="resources")
    audience = models.CharField(_("public"), max_length=16, choices=Audience.choices, default=Audience.EVERYONE)
    document = models.ForeignKey(
        "core.SiteDocument", verbose_name=_("fichier"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    url = models.URLField(_("ou adresse"), blank=True, help_text=_("Pour une vidéo ou un lien."))

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("topics", widget=TickBoxes),
                FieldPanel("audience"),
                FieldPanel("document"),
                FieldPanel("url"),
            ],
            heading=_("Ce que c’est"),
        ),
        FieldPanel("body"),
        BasePage.housing_panel,
        FieldPanel("reviewed_on"),
    ]
    parent_page_types = ["home.ResourceIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("ressource")
        verbose_name_plural = _("ressources")

    def clean(self) -> None:
        """Refuse an empty resource: a link has an address, the others a file, an address or a text."""
        super().clean()
        if self.kind == self.Kind.LINK and not self.url:
            raise ValidationError({"url": _("Un lien a une adresse.")})
        if not (self.document or self.url or self.body):
            raise ValidationError({"document": _("Donnez un fichier, une adresse ou un contenu.")})
