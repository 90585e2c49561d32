"""Screens of Wagtail that publish without asking any hook, with the question added."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views.pages.workflow import WorkflowAction
from wagtail_localize.views.update_translations import UpdateTranslationsView

from core.publishing.refusals import refuses


class CheckedApproval(WorkflowAction):
    """Approve what awaits moderation, unless the latest draft, which is what goes online, cannot be published."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.action_name == "approve" and refuses(request, self.object.get_latest_revision_as_object()):
            return self._back(request)
        return super().post(request, *args, **kwargs)

    def _back(self, request: HttpRequest) -> HttpResponse:
        """Go where an approval goes, by the script of the window when it asked."""
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
        return redirect(self.redirect_url)


class CheckedUpdateView(UpdateTranslationsView):
    """Bring translations up to date, and publish them unless one of them cannot be: all then wait, up to date."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        if form.cleaned_data["publish_translations"]:
            self.object.update_from_db()
            refused = [page for page in self._written() if refuses(self.request, page)]
            form.cleaned_data["publish_translations"] = not refused
        return super().form_valid(form)

    def _written(self) -> list[Any]:
        """Give the translations as they would be published."""
        translations = self.object.translations.filter(enabled=True).select_related("target_locale")
        return [self.object.get_ephemeral_translated_instance(one.target_locale, fallback=True) for one in translations]
