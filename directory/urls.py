from django.urls import path

from directory import correction_views, views

app_name = "directory"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>-<int:pk>/", views.professional, name="professional"),
    path("<slug:slug>-<int:pk>/signaler/", correction_views.report, name="report"),
    path("<slug:slug>-<int:pk>/signaler/<str:reference>/", correction_views.received, name="report_received"),
]
