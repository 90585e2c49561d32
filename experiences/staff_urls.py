"""Screens of the back office under /gestion/fiches/."""

from django.urls import path

from experiences import staff_views as views

app_name = "experiences_staff"
urlpatterns = [
    path("import/", views.send, name="send"),
    path("import/<int:pk>/", views.show, name="import"),
    path("import/<int:pk>/confirmer/", views.confirm, name="confirm"),
    path("import/<int:pk>/rapport.csv", views.report, name="report"),
    path("modele.<slug:kind>", views.template, name="template"),
    path("export.<slug:kind>", views.export, name="export"),
]
