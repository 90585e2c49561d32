"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

django_application = get_wsgi_application()

from config.boot import warm  # noqa: E402 (needs the applications)
from core.page_cache import PageCache  # noqa: E402

application = PageCache(django_application)

warm()

# What was loaded at boot lives for ever: keep the collector from walking it (100-200 ms pauses otherwise).
gc.collect()
gc.freeze()
