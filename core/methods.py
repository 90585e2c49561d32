"""Pages that are only read."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext as _

READING = ("GET", "HEAD")
PLAIN = "text/plain; charset=utf-8"


def reading_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view refuse (405) what is not GET or HEAD, before anybody looks for a form's key."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method not in READING:
            return HttpResponseNotAllowed(READING, _("Cette adresse se lit seulement (GET)."), content_type=PLAIN)
        return view(request, *args, **kwargs)

    guarded.csrf_exempt = True  # type: ignore[attr-defined] # nothing is written behind it
    return guarded
