"""Settings that hold everywhere. What differs stands in dev.py, test.py and production.py."""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.languages import SOURCE, languages
from core.videos import player_origins

from .api import *
from .back_office import *
from .logs import *
from .maps import *
from .maps import TILE_HOSTS
from .uploads import *

ROOT = Path(__file__).resolve().parents[3]
VAR = ROOT / "var"  # everything a running site writes on an embedded installation

env = environ.Env()
EXTRA_HOSTS = [host for host in env.list("EXTRA_HOSTS", default=[]) if host]  # of the other Wagtail sites


def optional(name: str, default: str = "") -> str:
    """Give a variable, or its default when it is absent or empty: `.env.example` leaves those empty."""
    return env.str(name, default="").strip() or default


INSTALLED_APPS = [
    "core",
    "accounts",
    "territories",
    "energy",
    "home",
    "directory",
    "experiences",
    "appointments",
    "search",
    "gallery",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "leaflet",
    "django_htmx",
    "axes",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "core.middleware.LoopbackProbeMiddleware",
    "core.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.BadRequestMiddleware",
    "core.middleware.ShortSearchMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.LanguageOfTheAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",  # the parts of a page that repeat: see core/jinja.py
        "NAME": "jinja2",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {
            "environment": "core.jinja.environment",
            "trim_blocks": True,
            "lstrip_blocks": True,
            "auto_reload": False,
        },
    },
]

# -- data -----------------------------------------------------------------------------------------

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # a writer waits at its start instead of failing at its end
    "timeout": 20,
    # FULL: a commit is on the disk before the visitor is told so. mmap and cache: reads of the search index.
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA mmap_size=1073741824; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY"
    ),
}

POSTGRESQL_OPTIONS = {
    "server_side_binding": True,  # the index travels as bytes: psycopg's client-side cursors only know text
    "connect_timeout": 5,  # seconds: a server that does not answer is a page that says so
}


def database(url: str) -> dict[str, Any]:
    """Give Django's settings for a `DATABASE_URL`, with the options each server needs; no engine if unreadable."""
    try:
        config = {"ENGINE": "", "NAME": ""} | env.db_url_config(url)
    except ValueError:
        config = {"ENGINE": "", "NAME": ""}
    config["CONN_MAX_AGE"] = None
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = SQLITE_OPTIONS
    elif config["ENGINE"].endswith("postgresql"):
        config["OPTIONS"] = POSTGRESQL_OPTIONS | config.get("OPTIONS", {})
        config["CONN_HEALTH_CHECKS"] = True
    return config


DATABASES = {"default": database(optional("DATABASE_URL", f"sqlite:///{VAR / 'db.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# -- people ---------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "wagtailadmin_login"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours: throttled, never locked out for good
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "accounts.logins.login_name"
AXES_LOCKOUT_CALLABLE = "accounts.logins.refuse"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # trying during the pause does not make it longer
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # who came in when is nobody's business; failures are purged

# -- languages ------------------------------------------------------------------------------------

LANGUAGE_CODE = SOURCE
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = languages(env.list("SITE_LANGUAGES", default=["fr", "en"]))
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "config.formats"
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# -- files ----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.static_files.StaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail’s editor sends thousands

# -- Wagtail --------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Rénov’ Guichet"
WAGTAILADMIN_BASE_URL = optional("SITE_URL", "http://127.0.0.1:8000")
WAGTAIL_FRONTEND_LOGIN_URL = "wagtailadmin_login"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES  # the others would read dates in their own order
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "core.search_backend"}}

# -- headers (promises: strict on public pages; the back office's editor needs inline code) --------

CSRF_FAILURE_VIEW = "core.failures.form_expired"
# Whose films a page may show, once the reader asks for it.
VIDEO_SITES = "tube.numerique.gouv.fr,www.youtube.com,vimeo.com,www.dailymotion.com"
VIDEO_HOSTS = optional("VIDEO_HOSTS", VIDEO_SITES).split(",")
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/gestion/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", *TILE_HOSTS],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": player_origins(VIDEO_HOSTS),
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SILENCED_SYSTEM_CHECKS: list[str] = []

# -- our own --------------------------------------------------------------------------------------

DIRECTORY_SEARCH = "search.directory.search"  # HOW to search; directory.search says WHAT a search is
DIRECTORY_REFERENCES = "experiences.references.references_of"  # what a firm did, for its sheet
SEARCH_ENGINE = "search.engines.embedded.EmbeddedEngine"
TERRITORY_EPCI = optional("TERRITORY_EPCI", "243100518")  # the shop's own territory: Toulouse Métropole
TERRITORY_LOOKUP = "territories.services.is_territory"  # which codes a site may call its own
TERRITORY_NAME = optional("TERRITORY_NAME", "Toulouse Métropole")
SITE_OPERATOR = optional("SITE_OPERATOR")  # named on the legal page; "l’exploitant du site" when empty
SECURITY_CONTACT = optional("SECURITY_CONTACT")  # mailto: or https:, for /.well-known/security.txt
ADVICE_SERVICE = {  # who advises everybody, wherever they live; read by `core.advice`
    "name": "France Rénov’",
    "phone": "0 808 800 700",
    "hours": _("du lundi au vendredi, de 9 h à 18 h"),
}
DEFAULT_MENU = [("directory:index", _("Annuaire"))]  # plain views that head the main menu until staff write one
PAGE_CACHE_SECONDS = 300
# Commands that `worker` runs, and every how many seconds.
WORKER_TASKS = {
    "publish_scheduled": 30,
    "withdraw_cases": 30,  # a page is gone within a minute of the end of its consent
    "make_renditions": 60,
    "index_pages": 600,
    "refresh_cases": 3600,
    "purge": 24 * 3600,
}
RETENTIONS = ["directory.retention.retentions", "accounts.logins.retentions"]  # what the privacy page says of durations
PURGES = {"corrections": "directory.services.purge_corrections", "logins": "accounts.logins.purge_failures"}
DEMO_COMMANDS = [  # run by load_demo, in this order
    "load_territories",
    "load_demo_account",
    "load_demo_pages",
    "mirror_languages",
    "load_demo_directory",
    "load_demo_cases",  # its firms are those of the directory
]
HEALTH_PROBES = {  # what /sante/ asks, by the name it shows
    "database": "core.health.database",
    "territories": "territories.health.probe",
    "search": "search.health.probe",
}
