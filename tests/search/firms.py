"""Fictitious firms for the tests of engines: one made by hand, or some hundreds drawn with a seed."""

from datetime import date, timedelta
from random import Random

from django.utils.timezone import localdate

from directory.models import (
    RADII_KM,
    Professional,
    ProfessionalTrade,
    Qualification,
    QualificationDomain,
    ServiceArea,
    Trade,
)
from search import index
from territories.models import Commune

WORDS = (
    "Martin", "Fabre", "Roux", "Architecte", "Charpentier", "Isolation", "Combles", "Toiture", "Chauffage", "Maison",
    "Lacroix", "Oc", "Habitat",
)  # fmt: skip
SLUGS = ("architecte", "isolation-combles", "ite", "chauffage", "pompe-a-chaleur", "couverture")
KINDS = ("rayon", "rayon", "rayon", "commune", "epci", "departement", "region", "france")


def firm(
    name: str = "Atelier Fictif", *, commune: str | None = "31555", at: tuple | None = None, **fields
) -> Professional:
    """Make a published firm with its office at a commune's centre, or at given coordinates."""
    office = Commune.objects.filter(code=commune).first() if commune else None
    lat, lon = at or ((office.latitude, office.longitude) if office else (None, None))
    values = {"latitude": lat, "longitude": lon, "city": office.name if office else ""} | fields
    return Professional.objects.create(name=name, commune=office, fictitious=True, **values)


def practise(professional: Professional, *slugs: str) -> None:
    """Say which trades a firm practises."""
    for slug in slugs:
        ProfessionalTrade.objects.create(professional=professional, trade=Trade.objects.get(slug=slug))


def serve(
    professional: Professional, kind: str = "rayon", code: str | int | None = 50, trade: str | None = None
) -> None:
    """Say where a firm works."""
    column = {"rayon": "radius_km", "commune": "commune_id", "epci": "epci_id", "departement": "department_id"}
    column |= {"region": "region_id"}
    values = {column[kind]: code} if kind in column else {}
    only = Trade.objects.get(slug=trade) if trade else None
    ServiceArea.objects.create(professional=professional, kind=kind, trade=only, **values)


def prove(
    professional: Professional, slug: str, *, starts: date | None = None, ends: date | None = None
) -> Qualification:
    """Give a firm an RGE qualification for a trade, valid for a year unless said otherwise."""
    trade = Trade.objects.get(slug=slug)
    domain, made = QualificationDomain.objects.get_or_create(name=f"Domaine fictif {slug}")
    if made:
        domain.trades.add(trade)
    return Qualification.objects.create(
        professional=professional,
        domain=domain,
        name="Fictive",
        starts=starts,
        ends=ends or localdate() + timedelta(365),
    )


def draw_firms(count: int, seed: int) -> None:
    """Fill the directory around Toulouse, Albi and Paris with firms of every kind, and index them."""
    draw = Random(seed)
    offices = list(Commune.objects.filter(department__in=["31", "81"], latitude__isnull=False).order_by("code")[::9])
    offices += list(Commune.objects.filter(code__in=["31555", "81004", "75101", "75056", "31044"])) * 8
    with index.gathering():
        for _number in range(count):
            _draw_one(draw, offices)


def _draw_one(draw: Random, offices: list[Commune]) -> None:
    office = draw.choice(offices)
    at = (round(office.latitude + draw.gauss(0, 0.05), 5), round(office.longitude + draw.gauss(0, 0.05), 5))
    kinds = draw.choice([(True, True), (True, False), (False, True)])
    made = firm(
        " ".join(draw.sample(WORDS, draw.choice([1, 2, 3]))),
        commune=draw.choice([office.code] * 9 + [None]),
        at=draw.choice([at] * 9 + [(None, None)]),
        for_houses=kinds[0],
        for_coownerships=kinds[1],
        charter_signed_on=draw.choice([None, None, date(2025, 3, 1)]),
        status=draw.choice(["publie"] * 9 + ["masque"]),
    )
    trades = draw.sample(SLUGS, draw.choice([0, 1, 2, 3]))
    practise(made, *trades)
    for kind, trade in {
        (draw.choice(KINDS), draw.choice([None, None, *SLUGS])) for _ in range(draw.choice([0, 1, 1, 2, 3]))
    }:
        serve(made, kind, _code(kind, draw.choice(offices), draw), trade)
    for slug in draw.sample(SLUGS, draw.choice([0, 1, 2])):
        day = localdate() + timedelta(draw.choice([-400, -30, -1, 0, 1, 30, 400]))
        prove(
            made,
            slug,
            starts=draw.choice([None, day, day - timedelta(200)]),
            ends=day + timedelta(draw.choice([0, 50])),
        )


def _code(kind: str, office: Commune, draw: Random) -> str | int | None:
    codes = {
        "rayon": draw.choice(RADII_KM),
        "commune": office.code,
        "epci": office.epci_id or "243100518",
        "departement": office.department_id,
        "region": office.department.region_id,
    }
    return codes.get(kind)
