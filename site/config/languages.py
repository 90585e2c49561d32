"""Which languages the site speaks: one variable, `SITE_LANGUAGES=fr,en`. Names come from Django."""

from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SOURCE = "fr"  # in which the site is written; the others are translated from it
NAMES = dict(global_settings.LANGUAGES)


def languages(codes: list[str]) -> list[tuple[str, Promise]]:
    """Give the code and the name of each language, the source first; raise `ImproperlyConfigured` on an unknown one."""
    wanted = [code.strip().lower() for code in codes if code.strip()]
    unknown = [code for code in wanted if code not in NAMES]
    if unknown:
        raise ImproperlyConfigured(
            f"SITE_LANGUAGES : « {', '.join(unknown)} » n’est pas un code de langue connu. Par exemple : fr,en,es."
        )
    ordered = dict.fromkeys([SOURCE, *wanted])  # the source is always there, and no language twice
    return [(code, _(NAMES[code])) for code in ordered]
