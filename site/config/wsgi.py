"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()

from config.boot import warm  # noqa: E402 (needs the applications)

warm()

# What was loaded at boot lives for ever: keep the collector from walking it (100-200 ms pauses otherwise).
gc.collect()
gc.freeze()
