"""One machine, one command: SQLite, a demo secret, DEBUG off unless `DEBUG=1` asks for it."""

from .base import *
from .base import EXTRA_HOSTS, env, optional

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = optional("SECRET_KEY", "demo-secret-never-for-production-0123456789-abcdefghijkl")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *EXTRA_HOSTS]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEMO = True
