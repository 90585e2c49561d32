"""The lines under a sheet (trades, proofs, areas) and the source's record: replaced by what the source says now."""

from datetime import date
from typing import NamedTuple

from django.db import models

from directory.imports.bulk import delete, insert
from directory.imports.planning import held_marks
from directory.imports.rge import MAX_DOMAIN, domain_key
from directory.imports.sheets import Area, Proof, Sheet
from directory.models import (
    Professional,
    ProfessionalTrade,
    Qualification,
    QualificationDomain,
    ServiceArea,
    SourceRecord,
    Trade,
)

RECORD = ("professional", "source", "extracted_on", "fields", "digest")
TRADE = ("professional", "trade", "source")
PROOF = (
    "professional", "domain", "code", "name", "body", "certificate", "url", "starts", "ends", "source",
)  # fmt: skip
AREA = (
    "professional", "kind", "commune", "epci", "department", "region", "radius_km", "trade", "supposed", "source",
)  # fmt: skip


class Pair(NamedTuple):
    """A firm of the directory, what the source says of it, and that sheet's fingerprint."""

    firm: Professional
    sheet: Sheet
    digest: str


class Lines:
    """Writes the lines of one source; trades and domains are looked up once."""

    def __init__(self, source: str, day: date) -> None:
        self.source, self.day = source, day
        self.trades = dict(Trade.objects.values_list("slug", "pk"))
        self.domains = {domain_key(name): pk for pk, name in QualificationDomain.objects.values_list("pk", "name")}

    def replace(self, pairs: list[Pair], *, fresh: bool) -> None:
        """Make the source's lines say what its sheets say, but for the lists that staff hold. `fresh`: none so far."""
        own_trades = [pair for pair in pairs if "trades" not in pair.firm.edited_fields]
        own_areas = [pair for pair in pairs if "service_areas" not in pair.firm.edited_fields and pair.sheet.areas]
        if not fresh:
            self._clear(SourceRecord.objects.all(), pairs)
            self._clear(Qualification.objects.all(), pairs)
            self._clear(ProfessionalTrade.objects.all(), own_trades)
            self._clear(ServiceArea.objects.filter(supposed=False), own_areas)
        insert(SourceRecord, RECORD, map(self._record, pairs))
        insert(
            Qualification, PROOF, (self._proof(pair.firm.pk, proof) for pair in pairs for proof in pair.sheet.proofs)
        )
        insert(ProfessionalTrade, TRADE, (trade for pair in own_trades for trade in self._practised(pair)))
        insert(ServiceArea, AREA, (self._area(pair.firm.pk, area) for pair in own_areas for area in pair.sheet.areas))

    def remove(self, ids: list[int]) -> None:
        """Take away everything the source said of these firms."""
        for model in (SourceRecord, Qualification, ProfessionalTrade, ServiceArea):
            delete(model._default_manager.filter(professional__in=ids, source=self.source))

    def _clear(self, lines: "models.QuerySet[models.Model]", pairs: list[Pair]) -> None:
        delete(lines.filter(professional__in=[pair.firm.pk for pair in pairs], source=self.source))

    def _record(self, pair: Pair) -> tuple[object, ...]:
        digest = pair.digest + held_marks(pair.firm.edited_fields)
        return pair.firm.pk, self.source, self.day, pair.sheet.record, digest

    def _proof(self, firm: int, proof: Proof) -> tuple[object, ...]:
        starts = date.fromisoformat(proof.starts) if proof.starts else None
        return (
            firm, self._domain(proof.domain), proof.code, proof.name, proof.body, proof.certificate, proof.url,
            starts, date.fromisoformat(proof.ends), self.source,
        )  # fmt: skip

    def _practised(self, pair: Pair) -> list[tuple[object, ...]]:
        return [(pair.firm.pk, self.trades[slug], self.source) for slug in pair.sheet.trades if slug in self.trades]

    def _area(self, firm: int, area: Area) -> tuple[object, ...]:
        column = ServiceArea.COLUMN[area.kind]
        codes = [area.code if column == name else None for name in ("commune", "epci", "department", "region")]
        radius = int(area.code) if column == "radius_km" else None
        return firm, area.kind, *codes, radius, None, False, self.source

    def _domain(self, name: str) -> int:
        """Give a domain's key; an unknown one is kept without trades, for staff to map."""
        key = domain_key(name)
        if key not in self.domains:
            self.domains[key] = QualificationDomain.objects.create(name=name[:MAX_DOMAIN]).pk
        return self.domains[key]
