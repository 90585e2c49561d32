"""What guards trades: a slug and a bit are for ever, and a trade in use stays."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm

from directory.models import ProfessionalTrade, Qualification, QualificationDomain, ServiceArea, Trade


class TradeForm(WagtailAdminModelForm):
    """A trade. Its slug is typed once: addresses and the API show it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slug = self.fields["slug"]
        slug.disabled = bool(self.instance.pk)
        slug.help_text = (
            _("Il figure dans les adresses et ne change plus.")
            if self.instance.pk
            else _("Lettres sans accent et tirets, par exemple « isolation-combles ». Il ne pourra plus changer.")
        )


def refuse_to_delete_what_is_used(request: HttpRequest, records: Iterable[Model]) -> HttpResponse | None:
    """Send back with a message when a record to delete still serves (called by Wagtail before it deletes)."""
    used = [record for record in records if _is_used(record)]
    if not used:
        return None
    names = ", ".join(f"« {record} »" for record in used)
    messages.error(request, _("%s : encore utilisé par des fiches ou des domaines RGE, donc gardé.") % names)
    viewset: Any = used[0].snippet_viewset  # type: ignore[attr-defined]
    return redirect(reverse(viewset.get_url_name("list")))


def _is_used(record: Model) -> bool:
    if isinstance(record, Trade):
        return (
            ProfessionalTrade.objects.filter(trade=record).exists()
            or ServiceArea.objects.filter(trade=record).exists()
            or record.qualification_domains.exists()
        )
    return isinstance(record, QualificationDomain) and Qualification.objects.filter(domain=record).exists()
