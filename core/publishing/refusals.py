"""Why a page is not published, said to the person who asked for it. What was written stays as it was."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages

from core.editorial import page_problems
from core.models import BasePage


def refuses(request: HttpRequest, page: Any) -> bool:
    """Tell whether a page, as it would be published, must not be, and say why."""
    problems = page_problems(page) if isinstance(page, BasePage) else []
    if problems:
        words = {"title": page.title, "problems": " ".join(problems)}
        messages.error(request, _("La page « %(title)s » n’est pas publiée. %(problems)s") % words)
    return bool(problems)
