"""The public JSON, read-only and without a key: one line for each room that has some."""

from django.urls import include, path, re_path

from core.api import unknown

urlpatterns = [
    path("", include("territories.api_urls")),
    path("", include("directory.api_urls")),
    path("", include("experiences.api_urls")),
    path("", include("search.api_urls")),
    re_path(r"", unknown),  # last: Wagtail would answer a page
]
