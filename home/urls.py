"""Addresses of files that pages make (see `home.models.files`): Wagtail's own end with a slash."""

from django.urls import re_path

from core.routing import serve

urlpatterns = [re_path(r"^((?:[\w-]+/)*[\w-]+\.(?:rss|ics))$", serve, name="page-file")]
