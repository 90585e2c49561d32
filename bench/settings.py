"""The production server's settings with two empty pages beside the site, to measure against."""

import os

from config.settings.base import ROOT
from config.settings.dev import *
from config.settings.dev import TEMPLATES

ROOT_URLCONF = "bench.urls"
PAGE_CACHE_SECONDS = int(os.environ.get("BENCH_PAGE_CACHE", "0"))
TEMPLATES[0]["DIRS"] = [ROOT / "bench" / "templates", *TEMPLATES[0]["DIRS"]]
