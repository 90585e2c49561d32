"""The report "État du site": one screen with what is to be mended."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import page_permission_policy

from home.reports import findings
from home.reports.finding import Finding
from home.reports.links import broken_links

MOST_SHOWN = 100  # of one kind; the count says how many there are


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of finding: what to do, and the list."""

    anchor: str
    title: str
    advice: str
    found: list[Finding] = field(default_factory=list)

    @property
    def shown(self) -> list[Finding]:
        """Give the first ones."""
        return self.found[:MOST_SHOWN]

    @property
    def left_out(self) -> int:
        """Count those that are not shown."""
        return len(self.found) - len(self.shown)


class SiteStateView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Pages to read again, pictures to describe, links to mend, pages to translate."""

    template_name = "home/reports/site_state.html"
    page_title = gettext_lazy("État du site")
    header_icon = "clipboard-list"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sections=sections(), **kwargs)


def sections() -> list[Section]:
    """Give every kind of finding, those without any too: an empty list is good news."""
    read_again = _("Relisez la page, corrigez ce qui a changé, puis donnez la date du jour à « relue le ».")
    describe = _("Dites en une phrase ce que l’image apprend ; rien de plus que ce que l’on y voit.")
    mend = _("Ouvrez la page et remplacez ou retirez le lien.")
    translate = _("Ouvrez la page, puis « Traduire cette page » dans son menu.")
    return [
        Section("a-relire", _("Pages à relire"), read_again, findings.to_review()),
        Section("images", _("Images sans description"), describe, findings.without_description()),
        Section("liens", _("Liens internes rompus"), mend, broken_links()),
        *(
            Section(f"traduire-{number}", _("Pages à traduire : %s") % language, translate, found)
            for number, (language, found) in enumerate(findings.untranslated().items())
        ),
    ]
