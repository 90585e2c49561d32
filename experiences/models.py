from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from core.models import BasePage, BodyPage
from experiences.forms import ExperiencePageForm


class ExperienceIndexPage(BasePage):
    """Renovations told by those who lived them."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["experiences.ExperiencePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Retours d’expérience")
        verbose_name_plural = _("rubriques Retours d’expérience")


class ExperiencePage(BodyPage):
    """One renovation: a house or a co-ownership, where, and what was done."""

    commune = models.ForeignKey(
        "territories.Commune", verbose_name=_("commune"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    dwellings = models.PositiveIntegerField(_("nombre de logements"), null=True, blank=True)
    finished_on = models.DateField(_("fin des travaux"), null=True, blank=True)

    base_form_class = ExperiencePageForm
    content_panels = [
        *BodyPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("commune"), FieldPanel("dwellings"), FieldPanel("finished_on")], heading=_("Le bâtiment")
        ),
        BasePage.housing_panel,
    ]
    parent_page_types = ["experiences.ExperienceIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("retour d’expérience")
        verbose_name_plural = _("retours d’expérience")
