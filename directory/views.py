"""The directory's public pages. Thin: what they say stands in `listing`, `cards` and `sheet`."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_htmx.http import push_url

from core.methods import reading_only
from core.shops import shop_of
from directory import listing, querystring
from directory.card_rows import trade_rows
from directory.cards import read_cards
from directory.sheet import read_sheet


@reading_only
def index(request: HttpRequest) -> HttpResponse:
    """List who answers the visitor's search."""
    shop = shop_of(request)
    asked = querystring.read(request.GET, shop.territory_code)
    trades = trade_rows()
    found = listing.answer(asked, {trade.slug: trade.label for trade in trades}, shop.territory_name)
    cards = read_cards(found.asked.criteria, found.results, trades)
    here = reverse("directory:index")
    context = {"listing": found, "cards": cards, "here": here, "shop": shop}
    response = render(request, "directory/index.jinja", context, using="jinja2")
    # What htmx shows in the address bar: said to everyone, since the page cache keeps one answer for all.
    return push_url(response, f"{here}?{found.query}".removesuffix("?"))


@reading_only
def professional(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one firm, at its one address."""
    sheet = read_sheet(pk)
    if sheet is None:
        raise Http404
    if slug != sheet.firm.slug:
        return redirect(sheet.firm, permanent=True)
    address = request.build_absolute_uri(sheet.firm.get_absolute_url())
    context = {"sheet": sheet, "structured_data": sheet.structured_data(address)}
    return render(request, "directory/professional.html", context)
