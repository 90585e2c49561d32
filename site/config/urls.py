"""Every address of the site. Plain views come ahead of pages, which cost four queries before they say a word."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.contrib.sitemaps import views as sitemaps

from core.publishing.views import CheckedApproval
from core.routing import serve
from core.sitemaps import PlainPagesSitemap
from directory.sitemaps import ProfessionalSitemap
from home.sitemaps import EditorialSitemap

SITEMAPS = {
    "pages": EditorialSitemap,
    "site": PlainPagesSitemap("directory:index", "experiences:similar", "experiences:pack"),
    "fiches": ProfessionalSitemap,
}

urlpatterns = [
    path(  # ahead of Wagtail’s own view of the same address, which asks nothing of the text
        "gestion/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
        require_admin_access(CheckedApproval.as_view()),
    ),
    path("gestion/", include(wagtailadmin_urls)),
    path("documents/", include("core.documents.urls")),
    path("", include("core.urls")),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-part"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-part"),
    path("api/v1/", include("config.api_urls")),
    *i18n_patterns(
        path("annuaire/", include("directory.urls")),
        path("recherche/", include("search.urls")),
        path("experiences/", include("experiences.urls")),
        path("", include("home.urls")),
        path("", include(wagtail_urls.urlpatterns[:-1])),  # the last one is `wagtail_serve`
        re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]

handler400 = "core.failures.bad_request"
handler404 = "core.failures.page_not_found"
handler500 = "core.failures.server_error"
