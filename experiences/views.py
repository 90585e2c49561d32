"""Pages about several case studies at once. What they say stands in `experiences.similar` and `experiences.pack`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from core.methods import reading_only
from experiences.pack import asked as packs
from experiences.pack.answer import answer as pack_answer
from experiences.pack.document import TooSlow, compose
from experiences.similar.answer import answer as similar_answer

UNAVAILABLE_SECONDS = 60


@reading_only
def similar(request: HttpRequest) -> HttpResponse:
    """Show the case studies most like the visitor's own home."""
    return render(request, "experiences/similar.html", {"answer": similar_answer(request)})


@reading_only
def pack(request: HttpRequest) -> HttpResponse:
    """Show two to four cases side by side, or help to choose them."""
    answer = pack_answer(request)
    template = "experiences/pack.html" if answer.pack else "experiences/pack_choice.html"
    return render(request, template, {"answer": answer, "pack": answer.pack})


@reading_only
def pack_pdf(request: HttpRequest) -> HttpResponse:
    """Give the same pack as a tagged PDF; without two cases, go to the page that helps to choose."""
    answer = pack_answer(request)
    if answer.pack is None:
        return redirect(answer.page_url)
    try:
        content = compose(answer.pack)
    except TooSlow:
        headers = {"Retry-After": str(UNAVAILABLE_SECONDS)}
        context = {"answer": answer, "pack": answer.pack, "no_pdf": True}
        return HttpResponse(render(request, "experiences/pack.html", context).content, status=503, headers=headers)
    headers = {"Content-Disposition": f'attachment; filename="{answer.pack.file_name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@reading_only
def short_pack(request: HttpRequest, ids: str) -> HttpResponse:
    """Lead from the short address that is printed to the pack."""
    return redirect(f"{reverse('experiences:pack')}?{packs.read(ids.split('-')).query}")
