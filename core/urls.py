from django.urls import path

from core import views
from core.health import health
from core.media import media

urlpatterns = [
    path("sante/", health, name="health"),
    path("media/<path:path>", media, name="media"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]
