"""What a sheet shows when several sources speak of the firm: what staff typed, else the charter's list, else RGE's.

Values that only make sense together are taken together: an address is never half one list's and half the other's.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from directory.imports.offices import Gazetteer
from directory.models import Professional, Source

SINGLE = ("name", "contact_name", "email", "phone", "website", "description")
OFFICE = ("address", "postcode", "city", "commune", "latitude", "longitude")
HOUSING = ("for_houses", "for_coownerships")
CHARTER = ("charter_signed_on", "charter_review_on")
SHOWN = (*SINGLE, *OFFICE, *HOUSING, *CHARTER)
WRITTEN = (*SHOWN, "siret", "source", "source_date", "edited_fields", "updated_at")

Record = Mapping[str, Any]  # a `SourceRecord.fields`


def hold_what_staff_typed(professional: Professional) -> None:
    """Note, for a firm that staff entered before any list spoke of it, that its filled fields are theirs."""
    if professional.source == Source.STAFF and not professional.edited_fields:
        typed = [name for name in SHOWN if getattr(professional, _column(name)) not in (None, "")]
        professional.edited_fields = [*(["siret"] if professional.siret else []), *typed]


def show(professional: Professional, records: Mapping[str, Record], days: Mapping[str, date], of: Gazetteer) -> None:
    """Set, without saving, what the firm shows from its records by source; `days` are their extraction dates."""
    ordered = [records[source] for source in (Source.CHARTER, Source.RGE) if source in records]
    held = set(professional.edited_fields)
    for name, value in _shown(ordered, of).items():
        if name not in held and not (_group(name) & held):
            setattr(professional, _column(name), value)
    if "siret" not in held:
        professional.siret = next((record["siret"] for record in ordered if record.get("siret")), professional.siret)
    main = next((source for source in (Source.CHARTER, Source.RGE) if source in records), None)
    if main and professional.source != Source.STAFF:
        professional.source, professional.source_date = main, days[main]


def _shown(records: list[Record], of: Gazetteer) -> dict[str, Any]:
    return {
        **{name: next((record[name] for record in records if record.get(name)), "") for name in SINGLE},
        **_office(records, of),
        **_housing(records),
        **{name: _day(next((record[name] for record in records if record.get(name)), None)) for name in CHARTER},
    }


def _office(records: list[Record], of: Gazetteer) -> dict[str, Any]:
    """Take the address of the first source that has one, and a position of the same commune, else its centre."""
    main = next((record for record in records if record.get("postcode") or record.get("city")), records[0])
    same = [record for record in records if record["commune"] == main["commune"] and record["latitude"] is not None]
    latitude, longitude = (same[0]["latitude"], same[0]["longitude"]) if same else of.centre(main["commune"])
    return {**{name: main[name] for name in OFFICE}, "latitude": latitude, "longitude": longitude}


def _housing(records: list[Record]) -> dict[str, bool]:
    said = next((record for record in records if record.get("for_houses") is not None), None)
    return {name: bool(said[name]) if said else True for name in HOUSING}


def _group(name: str) -> set[str]:
    return next((set(group) for group in (OFFICE, HOUSING, CHARTER) if name in group), set())


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _column(name: str) -> str:
    return "commune_id" if name == "commune" else name
