from django.urls import path

from experiences import api_views

urlpatterns = [path("experiences.geojson", api_views.experiences, name="api-experiences")]
