"""Plain views beside the pages of case studies, ahead of Wagtail's own addresses."""

from django.urls import path, re_path

from experiences import views

app_name = "experiences"
urlpatterns = [
    path("comme-le-mien/", views.similar, name="similar"),
    path("dossier/", views.pack, name="pack"),
    path("dossier.pdf", views.pack_pdf, name="pack_pdf"),
    re_path(r"^dossier/(?P<ids>[0-9]{1,10}(?:-[0-9]{1,10}){0,3})/$", views.short_pack, name="short_pack"),
]
