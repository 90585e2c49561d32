from django.urls import path

from core import views
from core.health import health
from core.media import media

urlpatterns = [
    path("sante/", health, name="health"),
    path("media/<path:path>", media, name="media"),
    path("mentions-legales/", views.legal, name="legal"),
    path("donnees-personnelles/", views.privacy, name="privacy"),
    path("accessibilite/", views.accessibility, name="accessibility"),
    path("plan-du-site/", views.site_map, name="site-map"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]
