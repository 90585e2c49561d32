from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def professional(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return HttpResponse("")
