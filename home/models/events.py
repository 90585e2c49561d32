from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.timezone import localtime, now
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from core.dates import span_in_words
from core.models import BasePage, BodyPage
from home.calendars import MOST, events_file
from home.cards import CardFacts
from home.filters import Choice, Filter, by_housing
from home.linked_data import event
from home.listings import Asked, Listing, Order
from home.models.files import FileRoutes
from home.models.lists import ListPage
from home.querysets import CardQuerySet


class EventIndexPage(FileRoutes, ListPage):
    """What is to come, the soonest first; what is past stands apart."""

    files = {"agenda.ics": "calendar"}
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Agenda")
        verbose_name_plural = _("rubriques Agenda")

    def filters(self) -> tuple[Filter, ...]:
        """Narrow by housing; what is over is shown when it is asked for, instead of what is to come."""
        over = Choice("1", gettext("Événements passés"), models.Q(ends_at__lt=now()))
        when = Filter(
            "passes", gettext("Quand"), gettext("À venir"), (over,), models.Q(ends_at__gte=now()), as_links=True
        )
        return (by_housing(), when)

    def order(self, asked: Asked) -> Order:
        """Put the soonest first, or what is just over."""
        return ("-starts_at", "-pk") if asked.value("passes") else ("starts_at", "pk")

    def counted(self, listing: Listing) -> str:
        """Say how many events are found."""
        if listing.asked.value("passes"):
            past = ngettext("%(n)s événement passé", "%(n)s événements passés", listing.total)
            return listing.counted(past, gettext("Aucun événement passé"))
        coming = ngettext("%(n)s événement à venir", "%(n)s événements à venir", listing.total)
        return listing.counted(coming, gettext("Aucun événement à venir"))

    def calendar(self, request: HttpRequest) -> HttpResponse:
        """Answer with all that is to come, as a calendar to subscribe to."""
        return events_file(EventPage.objects.child_of(self).readable().upcoming()[:MOST], self.title, request)


class EventQuerySet(CardQuerySet):
    """Events, as one asks for them."""

    def upcoming(self) -> "EventQuerySet":
        """Keep those that are not over, the soonest first."""
        return self.filter(ends_at__gte=now()).order_by("starts_at", "pk")

    def past(self) -> "EventQuerySet":
        """Keep those that are over, the latest first."""
        return self.filter(ends_at__lt=now()).order_by("-starts_at", "-pk")


EventManager = PageManager.from_queryset(EventQuerySet)


class EventPage(FileRoutes, BodyPage):
    """Something that happens at a time, somewhere or online."""

    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"), db_index=True)
    venue = models.CharField(_("lieu"), max_length=120, blank=True, help_text=_("« Maison de l’énergie »."))
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    online_url = models.URLField(_("adresse en ligne"), blank=True)
    registration_url = models.URLField(_("adresse d’inscription"), blank=True)
    cancelled = models.BooleanField(_("annulé"), default=False)

    kept_fields = (*BodyPage.kept_fields, "address")
    files = {"evenement.ics": "calendar"}
    objects: Any = EventManager()

    content_panels = [
        *BodyPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("starts_at", help_text=_("Le jour et l’heure : « 05/03/2027 18:30 ».")),
                        FieldPanel("ends_at"),
                    ]
                ),
                FieldPanel("venue"),
                FieldPanel("address", help_text=_("Le numéro, la rue, le code postal et la commune.")),
                FieldPanel("online_url", help_text=_("Pour suivre à distance. Elle commence par « https:// ».")),
                FieldPanel("registration_url", help_text=_("Vide : on vient sans s’inscrire.")),
                FieldPanel("cancelled", help_text=_("L’événement reste dans l’agenda, où il est dit annulé.")),
            ],
            heading=_("Quand et où"),
        ),
        BasePage.housing_panel,
    ]
    search_fields = [*BodyPage.search_fields, index.SearchField("venue"), index.SearchField("address")]
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

    @property
    def when(self) -> str:
        """Say when, in words."""
        return span_in_words(self.starts_at, self.ends_at)

    @property
    def location(self) -> str:
        """Say where: the place and its address, else where to join online."""
        return ", ".join(filter(None, [self.venue, self.address])) or self.online_url

    @property
    def notice(self) -> str:
        """Warn that it does not take place, or is over."""
        if self.cancelled:
            return gettext("Cet événement est annulé.")
        return gettext("Cet événement est terminé.") if self.is_past else ""

    @property
    def takes_place(self) -> bool:
        """Tell whether one may still come."""
        return not self.cancelled and not self.is_past

    @property
    def card_facts(self) -> CardFacts:
        """Say when, where, and whether it is still to come."""
        mark = gettext("Annulé") if self.cancelled else gettext("Terminé") if self.is_past else ""
        return CardFacts(
            when=capfirst(self.when),
            machine_when=localtime(self.starts_at).isoformat(timespec="minutes"),
            place=self.venue or gettext("En ligne"),
            mark=mark,
            tells_apart=self.when,
        )

    def calendar(self, request: HttpRequest) -> HttpResponse:
        """Answer with this event, to save in one's diary."""
        response = events_file([self], self.title, request)
        response.headers["Content-Disposition"] = f'attachment; filename="{self.slug}.ics"'
        return response

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the page as an `Event`."""
        return [event(self, request)]
