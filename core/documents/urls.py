from django.urls import re_path
from wagtail.documents import urls as wagtail_urls

from core.documents.views import serve

urlpatterns = [
    re_path(r"^(\d+)/(.*)$", serve),  # ahead of Wagtail's, which keeps the name
    *wagtail_urls.urlpatterns,
]
