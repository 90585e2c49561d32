from django.urls import path

from search import views

urlpatterns = [path("suggestions/", views.suggestions, name="api-suggestions")]
