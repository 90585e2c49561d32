"""Fictitious records, as short as a test wants them."""

from datetime import date
from typing import Any

from stdnum.luhn import calc_check_digit

from directory import services
from directory.imports.merging import OFFICE
from directory.imports.sheets import Office, Sheet
from directory.models import (
    CorrectionRequest,
    Professional,
    ProfessionalTrade,
    Qualification,
    QualificationDomain,
    ServiceArea,
    Trade,
)


def siret(number: int) -> str:
    """Give the valid SIRET of the n-th fictitious firm."""
    siren = f"9{number:07d}"
    siren += calc_check_digit(siren)
    return f"{siren}0001{calc_check_digit(siren + '0001')}"


def trade(slug: str = "architecte-test", **fields: Any) -> Trade:
    return Trade.objects.create(slug=slug, label=fields.pop("label", slug.capitalize()), **fields)


def professional(name: str = "Atelier Fictif", **fields: Any) -> Professional:
    return Professional.objects.create(name=name, fictitious=True, **fields)


def practises(firm: Professional, *trades: Trade, source: str = "rge") -> None:
    for each in trades:
        ProfessionalTrade.objects.create(professional=firm, trade=each, source=source)


def area(firm: Professional, **fields: Any) -> ServiceArea:
    return ServiceArea.objects.create(professional=firm, **fields)


def qualification(firm: Professional, *, ends: date, **fields: Any) -> Qualification:
    domain, _ = QualificationDomain.objects.get_or_create(name="Domaine de test")
    return Qualification.objects.create(
        professional=firm, domain=domain, name="Qualification de test", ends=ends, **fields
    )


def correction(firm: Professional, key: str = "k") -> CorrectionRequest:
    message, sender = "Le numéro a changé.", services.Sender()
    return services.submit_correction(professional=firm, kind="erreur", message=message, sender=sender, key=key)


def received(**values: Any) -> dict[str, Any]:
    """Give what a list says of a firm, as an import keeps it."""
    office = Office(**{name: values.pop(name) for name in OFFICE if name in values})
    return Sheet(**({"name": "Selon la liste", "office": office} | values)).record
