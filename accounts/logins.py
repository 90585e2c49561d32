"""Throttling of logins (django-axes does the counting): a pause in plain French, never a lasting lock-out."""

from datetime import date, timedelta
from typing import Any

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.retention import Retention
from core.text import clean

FAILURES_DAYS = 30  # for which a failed login is kept


def login_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str | None:
    """Give the address that failures are counted under: case and blanks do not make another account."""
    typed = (credentials or {}).get("username") or request.POST.get("username")
    return clean(typed, 254).lower() if typed else None


def refuse(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """Answer 429 and say how long to wait. Another address, or another account, may still log in."""
    pause = get_cool_off(request)
    seconds = int(pause.total_seconds()) if pause else 0
    answer = render(request, "accounts/too_many_logins.html", {"minutes": -(-seconds // 60)}, status=429)
    answer.headers["Retry-After"] = str(seconds)
    return answer


def purge_failures(*, today: date, dry_run: bool = False) -> int:
    """Erase the failed logins that were kept long enough; give how many. The purge can be run again at any time."""
    old = AccessAttempt.objects.filter(attempt_time__date__lt=today - timedelta(days=FAILURES_DAYS))
    return old.count() if dry_run else old.delete()[0]


def retentions() -> list[Retention]:
    """List what is kept of those who try to log in."""
    what = _("L’adresse et le navigateur d’une connexion manquée à l’espace de gestion")
    return [Retention(what, _("dernier essai"), days=FAILURES_DAYS)]
