"""The suite's settings: real SQLite with a file name (so that it can be kept), fast passwords, loud templates."""

from .base import *
from .base import DATABASES, VAR, env

SECRET_KEY = "test-only-secret-0123456789-abcdefghijklmnopqrstuvwxyz"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DEMO = True
STATIC_ROOT = VAR / "test-static"  # not where the servers of the browser tests collect, while each client looks there
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # or each client warns that it is missing
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": env.str("TEST_DATABASE", default=str(VAR / "test.sqlite3"))}
