from typing import Any, Self
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PageManager

from core.dates import day_in_words
from core.models import BasePage, ReviewedPage
from home.cards import CardFacts
from home.filters import Filter, by_housing, by_topic, by_value
from home.linked_data import resource
from home.listings import Asked, Listing, Order
from home.models.lists import ListPage
from home.models.topics import Topic, Topical, topics_panel
from home.querysets import CardQuerySet


class ResourceIndexPage(ListPage):
    """Guides, sheets, forms, films and links."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ResourcePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Ressources")
        verbose_name_plural = _("rubriques Ressources")

    def filters(self) -> tuple[Filter, ...]:
        """Narrow by housing, topic, kind and audience."""
        return (
            by_housing(),
            by_topic(Topic.objects.labelled(), ResourcePage),
            by_value("nature", gettext("Nature"), gettext("Toutes les natures"), "kind", ResourcePage.Kind.choices),
            by_value(
                "public", gettext("Public"), gettext("Tous les publics"), "audience", ResourcePage.Audience.choices
            ),
        )

    def order(self, asked: Asked) -> Order:
        """Put first what was last checked."""
        return ("-reviewed_on", "title", "pk")

    def counted(self, listing: Listing) -> str:
        """Say how many resources are found."""
        words = ngettext("%(n)s ressource", "%(n)s ressources", listing.total)
        return listing.counted(words, gettext("Aucune ressource"))


class ResourceQuerySet(CardQuerySet):
    """Resources, as one asks for them."""

    def for_cards(self) -> Self:
        """Fetch what cards show."""
        topics = Prefetch("topics", queryset=Topic.objects.labelled())
        return super().for_cards().select_related("document").prefetch_related(topics)


ResourceManager = PageManager.from_queryset(ResourceQuerySet)


class ResourcePage(Topical, ReviewedPage):
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
    link = models.URLField(_("ou adresse"), blank=True, help_text=_("Pour une vidéo ou un lien."))

    read_with = (*ReviewedPage.read_with, "document")

    objects: Any = ResourceManager()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                topics_panel,
                FieldPanel("audience"),
                FieldPanel("document", help_text=_("Un fichier, une adresse ou un contenu : au moins l’un des trois.")),
                FieldPanel("link"),
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
        if self.kind == self.Kind.LINK and not self.link:
            raise ValidationError({"link": _("Un lien a une adresse.")})
        if not (self.document or self.link or self.body):
            raise ValidationError({"document": _("Donnez un fichier, une adresse ou un contenu.")})

    @property
    def kind_in_words(self) -> str:
        """Name the kind, as a title does."""
        return capfirst(self.get_kind_display())

    @property
    def link_host(self) -> str:
        """Name the site that the link leads to."""
        return (urlsplit(self.link).hostname or "").removeprefix("www.")

    @property
    def reviewed_day(self) -> str:
        """Give the date of the last review in words."""
        return day_in_words(self.reviewed_on)

    @property
    def card_facts(self) -> CardFacts:
        """Say what it is and of what it speaks."""
        topics = tuple(topic.label for topic in self.labelled_topics)
        return CardFacts(kind=self.kind_in_words, topics=topics, tells_apart=self.get_kind_display())

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the page as a `VideoObject` or a `CreativeWork`."""
        return [resource(self, request)]
