from django.urls import path, re_path

from territories import outline_views, views

urlpatterns = [
    path("places/", views.suggestions, name="api-places"),
    re_path(r"^territories/(?P<epci>\d{9})\.geojson$", outline_views.outlines, name="api-outlines"),
]
