from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager, PageQuerySet

from core.models import BasePage, BodyPage


class EventIndexPage(BasePage):
    """What is to come, the soonest first; what is past stands apart."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Agenda")
        verbose_name_plural = _("rubriques Agenda")


class EventQuerySet(PageQuerySet):
    """Events, as one asks for them."""

    def upcoming(self) -> "EventQuerySet":
        """Keep those that are not over, the soonest first."""
        return self.filter(ends_at__gte=now()).order_by("starts_at", "pk")

    def past(self) -> "EventQuerySet":
        """Keep those that are over, the latest first."""
        return self.filter(ends_at__lt=now()).order_by("-starts_at", "-pk")


EventManager = PageManager.from_queryset(EventQuerySet)


class EventPage(BodyPage):
    """Something that happens at a time, somewhere or online."""

    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"), db_index=True)
    venue = models.CharField(_("lieu"), max_length=120, blank=True, help_text=_("« Maison de l’énergie »."))
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    online_url = models.URLField(_("adresse en ligne"), blank=True)
    registration_url = models.URLField(_("adresse d’inscription"), blank=True)
    cancelled = models.BooleanField(_("annulé"), default=False)

    kept_fields = (*BodyPage.kept_fields, "address")

    objects: Any = EventManager()

    content_panels = [
        *BodyPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("venue"),
                FieldPanel("address"),
                FieldPanel("online_url"),
                FieldPanel("registration_url"),
                FieldPanel("cancelled"),
            ],
            heading=_("Quand et où"),
        ),
        BasePage.housing_panel,
    ]
    parent_page_types = ["home.EventIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("événement")
        verbose_name_plural = _("événements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("starts_at")), name="event_ends_after_start"
            )
        ]

    def clean(self) -> None:
        """Refuse an event that ends before it starts, or that happens nowhere."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("La fin vient après le début.")})
        if not self.venue and not self.online_url:
            raise ValidationError({"venue": _("Donnez un lieu, ou une adresse en ligne.")})

    @property
    def is_past(self) -> bool:
        """Tell whether it is over."""
        return self.ends_at < now()
