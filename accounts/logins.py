"""Throttling of logins (django-axes does the counting): a pause in plain French, never a lasting lock-out."""

from typing import Any

from axes.helpers import get_cool_off
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.text import clean


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
