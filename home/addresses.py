from django.http import HttpRequest
from wagtail.models import Page


def full_address(page: Page, request: HttpRequest) -> str:
    """Give a page's address in full, on the host that the reader uses."""
    return request.build_absolute_uri(page.get_url(request) or "/")
