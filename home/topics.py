"""What guards topics: a slug is for ever, and a topic in use stays, with the names of the pages that use it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.models import Page

from home.models import NewsPage, ResourcePage, Topic

NAMED = 5  # pages that a message leads to; the others are counted


class TopicForm(WagtailAdminModelForm):
    """A topic. Its slug is typed once: addresses show it, and people keep addresses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slug = self.fields["slug"]
        slug.disabled = bool(self.instance.pk)
        slug.help_text = (
            _("Il figure dans les adresses et ne change plus.")
            if self.instance.pk
            else _("Lettres sans accent et tirets, par exemple « aides-financieres ». Il ne pourra plus changer.")
        )


def pages_about(topic: Topic) -> list[Page]:
    """List the pages that bear a topic, published or not, in every language."""
    return [*NewsPage.objects.filter(topics=topic), *ResourcePage.objects.filter(topics=topic)]


def refuse_to_delete_what_is_used(request: HttpRequest, records: Iterable[Model]) -> HttpResponse | None:
    """Send back, saying where, when a topic to delete is still used (called by Wagtail before it deletes)."""
    used = {topic: pages for topic in records if isinstance(topic, Topic) and (pages := pages_about(topic))}
    if not used:
        return None
    for topic, pages in used.items():
        messages.error(request, _kept(topic, pages), buttons=[_edit(page) for page in pages[:NAMED]])
    viewset: Any = Topic.snippet_viewset
    return redirect(reverse(viewset.get_url_name("list")))


def _kept(topic: Topic, pages: list[Page]) -> str:
    return ngettext(
        "« %(topic)s » est gardé : %(n)d page l’utilise. Retirez-le d’abord de cette page.",
        "« %(topic)s » est gardé : %(n)d pages l’utilisent. Retirez-le d’abord de ces pages.",
        len(pages),
    ) % {"topic": topic, "n": len(pages)}


def _edit(page: Page) -> Any:
    return messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Modifier « %s »") % page.title)
