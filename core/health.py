"""`/sante/`: does the site work? Asked by machines, so it answers in JSON and never from a cache.

Each room answers for itself: a probe is a function without arguments that gives a dict with at least `ok`
(bool), named in `settings.HEALTH_PROBES`. An error in a probe is an answer too: not ok.
"""

import logging
from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache

from core.methods import reading_only

logger = logging.getLogger(__name__)
Probe = Callable[[], dict[str, Any]]


@reading_only
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every probe is well, else 503 with the same shape: `{"status", "checks": {name: {"ok"…}}}`."""
    checks = {name: _ask(path) for name, path in settings.HEALTH_PROBES.items()}
    well = all(check["ok"] for check in checks.values())
    return JsonResponse({"status": "ok" if well else "failing", "checks": checks}, status=200 if well else 503)


def database() -> dict[str, Any]:
    """Read one row from the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return {"ok": cursor.fetchone() == (1,), "vendor": connection.vendor}


def _ask(path: str) -> dict[str, Any]:
    try:
        return cast(Probe, import_string(path))()
    except Exception as error:  # whatever broke, the answer is that it is broken
        logger.exception("Health probe %s failed", path)
        return {"ok": False, "error": type(error).__name__}
