"""One firm as its own page shows it."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.advice import phone_url
from directory.cards import day, housing, postal_address
from directory.models import Professional, Qualification, ServiceArea, Source, Trade
from directory.references import Reference, references_of

# Inside a <script> these three could end it or open a comment.
_SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Proof:
    """A qualification in the words of the page; `url` is empty unless a browser may safely follow it."""

    name: str
    domain: str
    body: str
    code: str
    certificate: str
    period: str
    url: str


def read_sheet(pk: int) -> "Sheet | None":
    """Read a published firm with all that its page shows; None when there is none."""
    firms = Professional.objects.published().select_related("commune", "logo")
    firm = firms.prefetch_related(
        "trades",
        "qualifications__domain",
        "service_areas__commune",
        "service_areas__epci",
        "service_areas__department",
        "service_areas__region",
        "service_areas__trade",
        "source_records",
    )
    found = firm.filter(pk=pk).first()
    return Sheet(found) if found else None


@dataclass(frozen=True)
class Sheet:
    """A firm and the sentences its page needs."""

    firm: Professional

    @property
    def housing(self) -> str:
        """Say which housing kinds it works for."""
        return housing(self.firm.for_houses, self.firm.for_coownerships)

    @property
    def address(self) -> str:
        """Give the address on one line."""
        return postal_address(self.firm)

    @property
    def summary(self) -> str:
        """Describe the firm in one line, for search engines."""
        trades = ", ".join(trade.label for trade in self.trades[:4])
        return " — ".join(part for part in (self.firm.name, trades, self.address) if part)

    @cached_property
    def trades(self) -> list[Trade]:
        """List its trades, each with its explanation."""
        return self.firm.trade_list

    @property
    def website(self) -> str:
        """Give the site's address, empty unless it is one a browser may safely follow."""
        return _safe_url(self.firm.website)

    @property
    def website_name(self) -> str:
        """Give the site's host, which reads better than its address."""
        return urlsplit(self.website).netloc.removeprefix("www.")

    @property
    def phone_url(self) -> str:
        """Give the `tel:` address of its number."""
        return phone_url(self.firm.phone)

    @cached_property
    def areas(self) -> list[str]:
        """List where it works, in words."""
        return [_area(area) for area in self.firm.service_areas.all()]

    @cached_property
    def supposed(self) -> bool:
        """Tell whether nobody confirmed one of its areas yet."""
        return any(area.supposed for area in self.firm.service_areas.all())

    @cached_property
    def valid_proofs(self) -> list[Proof]:
        """List the qualifications that hold today."""
        return [_proof(row) for row in self.firm.qualifications.all() if row.is_valid]

    @cached_property
    def other_proofs(self) -> list[Proof]:
        """List the qualifications that ended, or have not begun."""
        return [_proof(row) for row in self.firm.qualifications.all() if not row.is_valid]

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """List the case studies that it took part in."""
        return references_of(self.firm.pk)

    @property
    def charter(self) -> str:
        """Say since when it keeps the charter, and whether its signature is due for review."""
        signed, review = self.firm.charter_signed_on, self.firm.charter_review_on
        if not signed:
            return ""
        if not review:
            return _("Signée le %(signed)s.") % {"signed": day(signed)}
        words = {"signed": day(signed), "review": day(review)}
        if review < localdate():
            return _("Signée le %(signed)s. À revoir depuis le %(review)s : demandez où en est l’entreprise.") % words
        return _("Signée le %(signed)s, à revoir le %(review)s.") % words

    @cached_property
    def sources(self) -> list[str]:
        """Say where the data come from, with their dates and licence."""
        records = [(row.source, row.extracted_on) for row in self.firm.source_records.all()]
        return [_source(source, on) for source, on in records or [(self.firm.source, self.firm.source_date)]]

    def structured_data(self, url: str) -> SafeString:
        """Give the firm as schema.org JSON-LD, safe inside a `<script>`. `url` is the sheet's full address."""
        text = json.dumps(_local_business(self, url), ensure_ascii=False)
        return mark_safe(text.translate(_SCRIPT_ESCAPES))  # noqa: S308 — <, > and & are escaped just before


def _safe_url(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def _area(area: ServiceArea) -> str:
    named = area.kind not in {ServiceArea.Kind.RADIUS, ServiceArea.Kind.FRANCE}
    text = _("%(kind)s : %(name)s") % {"kind": area.get_kind_display(), "name": area} if named else str(area)
    if area.trade:
        text = _("%(area)s, pour : %(trade)s") % {"area": text, "trade": area.trade.label}
    return _("%(area)s (zone supposée)") % {"area": text} if area.supposed else text


def _proof(row: Qualification) -> Proof:
    return Proof(
        name=row.name,
        domain=" ".join(row.domain.name.split()),
        body=row.body.upper() if row.body.islower() else row.body,  # the public list writes "qualibat"
        code=row.code,
        certificate=row.certificate,
        period=_period(row),
        url=_safe_url(row.url),
    )


def _period(row: Qualification) -> str:
    today, ends = localdate(), day(row.ends)
    if row.ends < today:
        return _("Terminée depuis le %(ends)s") % {"ends": ends}
    if row.starts and row.starts > today:
        return _("À partir du %(starts)s, jusqu’au %(ends)s") % {"starts": day(row.starts), "ends": ends}
    if row.starts:
        return _("Valable du %(starts)s au %(ends)s") % {"starts": day(row.starts), "ends": ends}
    return _("Valable jusqu’au %(ends)s") % {"ends": ends}


def _source(source: str, on: date | None) -> str:
    words = {"source": Source(source).label, "day": day(on) if on else ""}
    if source == Source.RGE:
        text = _("liste RGE (ADEME), Licence Ouverte, extraite le %(day)s") if on else _("liste RGE (ADEME)")
    else:
        text = _("%(source)s, au %(day)s") if on else "%(source)s"
    return text % words


def _local_business(sheet: Sheet, url: str) -> dict[str, Any]:
    firm = sheet.firm
    facts = {
        "@context": "https://schema.org",
        "@type": "LocalBusiness",
        "@id": url,
        "name": firm.name,
        "url": sheet.website or url,
        "telephone": firm.phone,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": firm.address,
            "postalCode": firm.postcode,
            "addressLocality": firm.city,
            "addressCountry": "FR",
        },
        "knowsAbout": [trade.label for trade in sheet.trades],
    }
    if firm.latitude is not None:
        facts["geo"] = {"@type": "GeoCoordinates", "latitude": firm.latitude, "longitude": firm.longitude}
    return {name: fact for name, fact in facts.items() if fact}
