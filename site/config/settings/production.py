"""Production: everything comes from the environment, and the site refuses to start when something is missing."""

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import WAGTAILADMIN_BASE_URL, env

REQUIRED = {
    "SECRET_KEY": "une longue suite aléatoire, propre à ce site",
    "DATABASE_URL": "par exemple postgres://utilisateur:motdepasse@hôte:5432/base ou sqlite:////chemin/base.sqlite3",
    "SITE_URL": "l’adresse publique, par exemple https://renov.exemple.fr",
    "EMAIL_URL": "par exemple smtp+tls://utilisateur:motdepasse@hôte:587",
    "MEDIA_ROOT": "le dossier, sauvegardé, des images et des documents",
}


def missing_variables() -> list[str]:
    """List what production needs and does not find, one readable line each."""
    lines = [f"{name} : {meaning}" for name, meaning in REQUIRED.items() if not env.str(name, default="")]
    if len(env.str("SECRET_KEY", default="x" * 50)) < 50 or "demo" in env.str("SECRET_KEY", default=""):
        lines.append("SECRET_KEY : au moins 50 caractères, et pas celle de la démonstration")
    if not env.str("SITE_URL", default="https://").startswith("https://"):
        lines.append("SITE_URL : doit commencer par https://")
    return lines


if missing := missing_variables():
    raise ImproperlyConfigured(
        "Le site ne peut pas démarrer en production. Variables à donner (voir .env.example) :\n- "
        + "\n- ".join(missing)
    )

DEBUG = False
DEMO = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = [WAGTAILADMIN_BASE_URL.removeprefix("https://").split("/")[0].split(":")[0]]
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL.rstrip("/")]
MEDIA_ROOT = env.str("MEDIA_ROOT")
MEDIA_URL = env.str("MEDIA_URL", default="/media/")
STATIC_ROOT = env.str("STATIC_ROOT", default=str(STATIC_ROOT))
vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"ne-pas-repondre@{ALLOWED_HOSTS[0]}")

# Behind a proxy that ends TLS; gunicorn trusts its headers only from FORWARDED_ALLOW_IPS.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^sante/$"]  # asked by the container's own probe, in clear on loopback
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
