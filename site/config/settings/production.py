"""Production: everything comes from the environment, and the site refuses to start when something is missing."""

import re
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import DATABASES, EXTRA_HOSTS, WAGTAILADMIN_BASE_URL, env, optional

REQUIRED = {
    "SECRET_KEY": "une longue suite aléatoire, propre à ce site",
    "DATABASE_URL": "par exemple postgres://utilisateur:motdepasse@hôte:5432/base ou sqlite:////chemin/base.sqlite3",
    "SITE_URL": "l’adresse publique, par exemple https://renov.exemple.fr",
    "EMAIL_URL": "par exemple smtp+tls://utilisateur:motdepasse@hôte:587",
    "MEDIA_ROOT": "le dossier, sauvegardé, des images et des documents",
}


SITE = re.compile(r"https://[^/:?#\s]+(:\d+)?/?")
ENGINES = {"django.db.backends.postgresql", "django.db.backends.sqlite3"}


def mail(url: str) -> dict[str, Any]:
    """Give Django's settings for an `EMAIL_URL`, nothing when it cannot be read or names no server."""
    try:
        config = dict(env.email_url_config(url))
    except (ValueError, ImproperlyConfigured):
        return {}
    is_smtp = config["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    return config if config["EMAIL_HOST"] or not is_smtp else {}


def missing_variables() -> list[str]:
    """List what production needs and does not find or cannot read, one readable line each."""
    given = {name: optional(name) for name in REQUIRED}
    lines = [f"{name} : {meaning}" for name, meaning in REQUIRED.items() if not given[name]]
    wrong = {
        "SECRET_KEY : au moins 50 caractères, et pas celle de la démonstration": len(given["SECRET_KEY"]) < 50
        or "demo" in given["SECRET_KEY"],
        "SITE_URL : doit commencer par https:// et nommer un hôte": not SITE.fullmatch(given["SITE_URL"]),
        f"DATABASE_URL : illisible ; {REQUIRED['DATABASE_URL']}": DATABASES["default"]["ENGINE"] not in ENGINES
        or not DATABASES["default"]["NAME"],
        f"EMAIL_URL : illisible ; {REQUIRED['EMAIL_URL']}": not mail(given["EMAIL_URL"]),
    }
    return lines + [line for line, is_wrong in wrong.items() if is_wrong and given[line.split(" ", 1)[0]]]


if missing := missing_variables():
    raise ImproperlyConfigured(
        "Le site ne peut pas démarrer en production. Variables à donner (voir .env.example) :\n- "
        + "\n- ".join(missing)
    )

DEBUG = False
DEMO = False
SECRET_KEY = optional("SECRET_KEY")
ALLOWED_HOSTS = [WAGTAILADMIN_BASE_URL.removeprefix("https://").split("/")[0].split(":")[0], *EXTRA_HOSTS]
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL.rstrip("/"), *(f"https://{host}" for host in EXTRA_HOSTS)]
MEDIA_ROOT = Path(optional("MEDIA_ROOT"))
MEDIA_URL = optional("MEDIA_URL", "/media/")
STATIC_ROOT = Path(optional("STATIC_ROOT", str(STATIC_ROOT)))
vars().update(mail(optional("EMAIL_URL")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = optional("DEFAULT_FROM_EMAIL", f"ne-pas-repondre@{ALLOWED_HOSTS[0]}")

# Behind a proxy that ends TLS: gunicorn reads its X-Forwarded-Proto into the scheme, from FORWARDED_ALLOW_IPS only.
# SECURE_PROXY_SSL_HEADER stays unset: Django would believe that header whoever sends it.
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^sante/$"]  # asked by the container's own probe, in clear on loopback
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
