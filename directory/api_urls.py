from django.urls import path

from directory.api import views

urlpatterns = [
    path("professionals/", views.professionals, name="api-professionals"),
    path("professionals/<int:pk>/", views.professional, name="api-professional"),
    path("trades/", views.trades, name="api-trades"),
    path("openapi.json", views.openapi, name="api-openapi"),
]
