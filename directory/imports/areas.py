"""Supposed areas: the radius lent to a firm whose area nobody has told yet."""

from django.db.models import Exists, OuterRef, QuerySet

from directory.imports.bulk import delete, insert
from directory.models import Professional, ServiceArea, SourceRecord


def settle_supposed_areas(firms: list[Professional], source: str, radius_km: int) -> None:
    """Give a radius to the firms with an office and no confirmed area (`refresh_supposed_areas` takes it back).

    Firms whose areas staff hold are left alone.
    """
    ids = [firm.pk for firm in firms if "service_areas" not in firm.edited_fields]
    told = set(_areas(ids, supposed=False).values_list("professional", flat=True))
    supposed = set(_areas(ids, supposed=True).values_list("professional", flat=True))
    wanting = {pk for pk in ids if pk not in told and pk not in supposed}
    insert(
        ServiceArea,
        ("professional", "kind", "radius_km", "supposed", "source"),
        (
            (firm.pk, ServiceArea.Kind.RADIUS.value, radius_km, True, source)
            for firm in firms
            if firm.pk in wanting and firm.latitude is not None
        ),
    )


def refresh_supposed_areas(radius_km: int) -> list[int]:
    """Follow what staff decided since: the default radius, and areas they typed beside a supposed one. Give the ids."""
    supposed = ServiceArea.objects.filter(supposed=True)
    told = ServiceArea.objects.filter(professional=OuterRef("professional"), supposed=False)
    imported = SourceRecord.objects.filter(professional=OuterRef("professional"))
    overtaken = supposed.filter(Exists(told))
    other = supposed.filter(Exists(imported)).exclude(radius_km=radius_km)
    ids = sorted({*overtaken.values_list("professional", flat=True), *other.values_list("professional", flat=True)})
    if ids:
        delete(ServiceArea.objects.filter(pk__in=list(overtaken.values_list("pk", flat=True))))
        other.update(radius_km=radius_km)
    return ids


def _areas(ids: list[int], *, supposed: bool) -> QuerySet[ServiceArea]:
    return ServiceArea.objects.filter(professional__in=ids, supposed=supposed)
