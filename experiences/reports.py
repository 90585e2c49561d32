"""The consents that end: a report, a line on the dashboard, and a word to whoever opens such a sheet."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Page

from core.dates import day_in_words
from experiences.consent import is_ending, warned_until
from experiences.models import ExperiencePage
from home.reports.finding import Finding, of_page
from home.reports.reminders import Reminder
from home.reports.views import Section, SiteStateView


def ending() -> Any:
    """Give the published sheets whose consent is about to end, the soonest first."""
    limit = warned_until(localdate())
    pages = ExperiencePage.objects.live().filter(alias_of=None, consent_expires_on__lte=limit)
    return pages.order_by("consent_expires_on", "pk")


def ended() -> Any:
    """Give the sheets that left the site because their consent ended, the latest first."""
    pages = ExperiencePage.objects.filter(alias_of=None, live=False, consent_expires_on__lte=localdate())
    return pages.order_by("-consent_expires_on", "pk")


def _found(pages: Any, words: str) -> list[Finding]:
    return [of_page(page, words % {"day": day_in_words(page.consent_expires_on)}) for page in pages]


class ConsentsView(SiteStateView):
    """The consents to renew."""

    page_title = gettext_lazy("Autorisations à renouveler")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        renew = _("Écrivez à qui a donné l’autorisation, puis changez sa date de fin dans la fiche.")
        back = _("Une fois l’autorisation renouvelée, changez sa date de fin et publiez la fiche.")
        found = [
            Section("bientot", _("Bientôt terminées"), renew, _found(ending(), _("valable jusqu’au %(day)s"))),
            Section("terminees", _("Terminées : la fiche a quitté le site"), back, _found(ended(), _("le %(day)s"))),
        ]
        return super().get_context_data(**kwargs) | {"sections": found}


class ConsentsItem(Reminder):
    """Consents to be renewed."""

    order = 160
    template_name = "experiences/staff/consents_summary.html"

    def counted(self) -> int:
        """Count them."""
        return int(ending().count())


def remind_to_renew(request: HttpRequest, page: Page) -> None:
    """Tell who opens a sheet that its consent is about to end, or has ended."""
    if request.method != "GET" or not isinstance(page, ExperiencePage) or page.alias_of_id or not is_ending(page):
        return
    words = (
        _("L’autorisation se termine le %(day)s : faites-la renouveler, sinon la fiche quittera le site ce jour-là.")
        if page.consent_holds
        else _("L’autorisation s’est terminée le %(day)s : la fiche n’est plus en ligne.")
    )
    day: Any = page.consent_expires_on
    messages.warning(request, words % {"day": day_in_words(day)})
