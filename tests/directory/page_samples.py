"""Firms for the pages' tests, and a search that answers what a test tells it."""

from datetime import date, timedelta
from typing import Any

from directory.models import Professional, ProfessionalTrade, Qualification, QualificationDomain, ServiceArea, Trade
from directory.search import Criteria, Facets, Results, Understood

TODAY = date(2026, 11, 24)


def trade(slug: str = "architecte", label: str = "Architecte", **values: Any) -> Trade:
    found = Trade.objects.filter(slug=slug).first()
    return found or Trade.objects.create(slug=slug, label=label, **values)


HAUTE_GARONNE = {"kind": "departement", "department_id": "31"}


def firm(
    name: str = "Atelier Brique", *trades: Trade, area: dict[str, Any] = HAUTE_GARONNE, **values: Any
) -> Professional:
    values = {
        "address": "12 rue des Arts",
        "postcode": "31000",
        "city": "Toulouse",
        "commune_id": "31555",
        "latitude": 43.6,
        "longitude": 1.44,
        "phone": "05 61 00 00 00",
        "fictitious": True,
    } | values
    professional = Professional.objects.create(name=name, **values)
    ServiceArea.objects.create(professional=professional, **area)
    for practised in trades:
        ProfessionalTrade.objects.create(professional=professional, trade=practised)
    return professional


def firms(count: int, *trades: Trade) -> list[Professional]:
    """Make firms that each have two proofs and two areas, so that a query for each one would show."""
    made = []
    for number in range(count):
        professional = firm(f"Atelier {number:02d}", *trades)
        proof(professional, "Architecte")
        proof(professional, "Isolation des combles perdus")
        ServiceArea.objects.create(professional=professional, kind="rayon", radius_km=50, supposed=True)
        ServiceArea.objects.create(professional=professional, kind="epci", epci_id="243100518")
        made.append(professional)
    return made


def proof(professional: Professional, domain: str, ends: date = date(2099, 3, 12), **values: Any) -> Qualification:
    kept, _new = QualificationDomain.objects.get_or_create(name=domain)
    values = {"name": f"Qualification {domain}", "body": "qualibat"} | values
    return Qualification.objects.create(professional=professional, domain=kept, ends=ends, **values)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


TOLD = Results((), 0, Facets(), (), Understood(), "essai")  # what `as_told` answers; tests set it


def as_told(criteria: Criteria) -> Results:
    return TOLD
