from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel

from core.models import BasePage, BodyPage
from core.widgets import TickBoxes


class NewsIndexPage(BasePage):
    """The news, the latest first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Actualités")
        verbose_name_plural = _("rubriques Actualités")


class NewsPage(BodyPage):
    """A piece of news, dated."""

    published_on = models.DateField(_("date"), default=localdate, db_index=True)
    topics = ParentalManyToManyField("home.Topic", verbose_name=_("thèmes"), blank=True, related_name="news")

    content_panels = [
        *BodyPage.content_panels,
        FieldPanel("published_on"),
        FieldPanel("topics", widget=TickBoxes),
        BasePage.housing_panel,
    ]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("actualité")
        verbose_name_plural = _("actualités")
