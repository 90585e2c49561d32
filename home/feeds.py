"""The news as RSS 2.0: absolute addresses, the page's language, identifiers that survive a move."""

from datetime import datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.timezone import make_aware
from wagtail.models import Page

from core.text import clean
from home.addresses import full_address

LATEST = 20
LONGEST_TEXT = 1000


def news_feed(index: Page, news: Any, request: HttpRequest) -> HttpResponse:
    """Write the latest of these pages of news. Control characters, that XML refuses, are left out."""
    address = full_address(index, request)
    feed = Rss201rev2Feed(
        title=clean(index.title, LONGEST_TEXT),
        link=address,
        description=clean(index.specific.summary or index.title, LONGEST_TEXT),
        language=index.locale.language_code,
        feed_url=request.build_absolute_uri(request.path),
    )
    for page in news[:LATEST]:
        feed.add_item(**_item(page, request))
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _item(page: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "title": clean(page.title, LONGEST_TEXT),
        "link": full_address(page, request),
        "description": clean(page.summary, LONGEST_TEXT),
        "pubdate": make_aware(datetime.combine(page.published_on, time())),
        "unique_id": f"urn:uuid:{page.translation_key}",
        "unique_id_is_permalink": False,
        "categories": [topic.label for topic in page.topics.all()],
    }
