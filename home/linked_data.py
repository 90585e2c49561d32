"""What search engines are told of a page (schema.org): the same as readers see, never more."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localtime

from home.addresses import full_address

SCHEMA = "https://schema.org"


def described(kind: str, page: Any, request: HttpRequest, **facts: Any) -> dict[str, Any]:
    """Describe a page as this type: its address, language and summary, and these facts unless they are empty."""
    common = {
        "@context": SCHEMA,
        "@type": kind,
        "url": full_address(page, request),
        "description": page.summary,
        "inLanguage": page.content_language,
    }
    return {name: value for name, value in (common | facts).items() if value}


def news_article(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Describe a piece of news."""
    return described(
        "NewsArticle",
        page,
        request,
        headline=page.title,
        datePublished=page.published_on.isoformat(),
        keywords=[topic.label for topic in page.labelled_topics],
    )


def event(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Describe an event: when, where, and whether it takes place."""
    return described(
        "Event",
        page,
        request,
        name=page.title,
        startDate=localtime(page.starts_at).isoformat(),
        endDate=localtime(page.ends_at).isoformat(),
        eventStatus=f"{SCHEMA}/EventCancelled" if page.cancelled else f"{SCHEMA}/EventScheduled",
        eventAttendanceMode=f"{SCHEMA}/{_attendance(page)}EventAttendanceMode",
        location=_locations(page),
    )


def resource(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Describe something to read, fill in or watch."""
    return described(
        "VideoObject" if page.kind == page.Kind.VIDEO else "CreativeWork",
        page,
        request,
        name=page.title,
        dateModified=page.reviewed_on.isoformat(),
        keywords=[topic.label for topic in page.labelled_topics],
        audience={"@type": "Audience", "audienceType": page.get_audience_display()},
        encoding=_file(page, request),
        sameAs=page.link,
    )


def _attendance(page: Any) -> str:
    if page.venue and page.online_url:
        return "Mixed"
    return "Online" if page.online_url else "Offline"


def _locations(page: Any) -> list[dict[str, Any]]:
    places: list[dict[str, Any]] = []
    if page.venue:
        place = {"@type": "Place", "name": page.venue, "address": page.address}
        places.append({name: value for name, value in place.items() if value})
    if page.online_url:
        places.append({"@type": "VirtualLocation", "url": page.online_url})
    return places


def _file(page: Any, request: HttpRequest) -> dict[str, Any] | None:
    if not page.document:
        return None
    return {
        "@type": "MediaObject",
        "name": page.document.title,
        "contentUrl": request.build_absolute_uri(page.document.url),
        "encodingFormat": page.document.content_type,
        "inLanguage": page.document.language,
    }
