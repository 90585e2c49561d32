from typing import Any, Self

from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager

from core.dates import day_in_words
from core.models import BasePage, BodyPage
from home.cards import CardFacts
from home.feeds import news_feed
from home.filters import Filter, by_housing, by_topic
from home.linked_data import news_article
from home.listings import Asked, Listing, Order
from home.models.files import FileRoutes
from home.models.lists import ListPage
from home.models.topics import Topic, Topical, topics_panel
from home.querysets import CardQuerySet


class NewsIndexPage(FileRoutes, ListPage):
    """The news, the latest first."""

    files = {"flux.rss": "feed"}
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Actualités")
        verbose_name_plural = _("rubriques Actualités")

    def filters(self) -> tuple[Filter, ...]:
        """Narrow by housing and by topic."""
        return (by_housing(), by_topic(Topic.objects.labelled(), NewsPage))

    def order(self, asked: Asked) -> Order:
        """Put the latest first."""
        return ("-published_on", "-pk")

    def counted(self, listing: Listing) -> str:
        """Say how many pieces of news are found."""
        words = ngettext("%(n)s actualité", "%(n)s actualités", listing.total)
        return listing.counted(words, gettext("Aucune actualité"))

    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the latest news as RSS."""
        return news_feed(self, NewsPage.objects.child_of(self).readable().latest_first().with_topics(), request)


class NewsQuerySet(CardQuerySet):
    """News, as one asks for them."""

    def latest_first(self) -> Self:
        """Sort by date."""
        return self.order_by("-published_on", "-pk")

    def with_topics(self) -> Self:
        """Fetch the topics at once, in the language of the moment."""
        return self.prefetch_related(Prefetch("topics", queryset=Topic.objects.labelled()))

    def for_cards(self) -> Self:
        """Fetch what cards show."""
        return super().for_cards().with_topics()


NewsManager = PageManager.from_queryset(NewsQuerySet)


class NewsPage(Topical, BodyPage):
    """A piece of news, dated."""

    published_on = models.DateField(_("date"), default=localdate, db_index=True)
    topics = ParentalManyToManyField("home.Topic", verbose_name=_("thèmes"), blank=True, related_name="news")

    objects: Any = NewsManager()

    content_panels = [
        *BodyPage.content_panels,
        FieldPanel("published_on", help_text=_("Le jour que les lecteurs voient. La plus récente vient en tête.")),
        topics_panel,
        BasePage.housing_panel,
    ]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("actualité")
        verbose_name_plural = _("actualités")

    @property
    def day(self) -> str:
        """Give the date in words."""
        return day_in_words(self.published_on)

    @property
    def card_facts(self) -> CardFacts:
        """Say when, and of what."""
        return CardFacts(
            when=self.day,
            machine_when=self.published_on.isoformat(),
            topics=tuple(topic.label for topic in self.labelled_topics),
            tells_apart=self.day,
        )

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the page as a `NewsArticle`."""
        return [news_article(self, request)]
