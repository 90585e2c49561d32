"""What Wagtail is told about documents."""

from django.urls import URLPattern, path
from wagtail import hooks


@hooks.register("register_admin_urls", order=-1)
def document_screens() -> list[URLPattern]:
    """Put our screens of documents ahead of Wagtail's, at the same addresses."""
    from core.documents import screens

    return [
        path("documents/", screens.DocumentList.as_view()),
        path("documents/results/", screens.DocumentList.as_view(results_only=True)),
        path("documents/add/", screens.NewDocument.as_view()),
        path("documents/edit/<int:document_id>/", screens.DocumentSheet.as_view()),
    ]
