"""Lists as tests want them: one good row, changed where the test looks."""

import csv
import io
from pathlib import Path
from typing import Any

from directory.imports.charter import CharterFormat
from directory.imports.rge import RgeFormat
from directory.imports.services import run_import
from directory.models import ImportRun, Professional
from tests.directory.records import siret

NAME = "liste-2026-05-01.csv"
RGE_ROW = {
    "siret": siret(1),
    "nom_entreprise": "Combles Fictifs",
    "adresse": "3 rue des Essais",
    "code_postal": "31130",
    "commune": "Balma",
    "latitude": "43.6100",
    "longitude": "1.4990",
    "telephone": "05 36 49 00 01",
    "email": "contact@combles.example",
    "site_internet": "https://www.combles.example",
    "code_qualification": "7131",
    "nom_qualification": "Isolation des combles",
    "url_qualification": "",
    "nom_certificat": "Certificat",
    "domaine": "Isolation des combles perdus",
    "meta_domaine": "Travaux d'efficacité énergétique",
    "organisme": "qualibat",
    "particulier": "true",
    "lien_date_debut": "2024-01-05",
    "lien_date_fin": "2028-01-04",
}
CHARTER_ROW = {
    "nom": "Atelier Fictif",
    "siret": siret(2),
    "contact": "Camille Essai",
    "telephone": "05 36 49 00 02",
    "email": "bonjour@atelier.example",
    "site_internet": "https://atelier.example",
    "adresse": "1 place des Essais",
    "code_postal": "31000",
    "ville": "Toulouse",
    "presentation": "Réhabilitation d’immeubles.",
    "metiers": "architecte | moe",
    "zones": "epci:243100518 | rayon:30",
    "logement": "maison|copropriete",
    "charte_signee_le": "2026-03-15",
    "charte_a_revoir_le": "",
}


def rge(**cells: str) -> dict[str, str]:
    return RGE_ROW | cells


def charter(**cells: str) -> dict[str, str]:
    return CHARTER_ROW | cells


def firms(count: int, **cells: str) -> list[dict[str, str]]:
    """Give one row for each of that many firms."""
    return [rge(siret=siret(n), nom_entreprise=f"Firme {n}", **cells) for n in range(1, count + 1)]


def text(rows: list[dict[str, str]], delimiter: str = ";", columns: list[str] | None = None) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns or list(rows[0]), delimiter=delimiter, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def written(folder: Path, content: str | bytes, name: str = NAME) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def import_rge(folder: Path, content: str | bytes | list[dict[str, str]], name: str = NAME, **asked: Any) -> ImportRun:
    content = text(content) if isinstance(content, list) else content
    return run_import(path=written(folder, content, name), source_format=RgeFormat, **{"ran_by": "essai", **asked})


def import_charter(folder: Path, rows: list[dict[str, str]], name: str = NAME, **asked: Any) -> ImportRun:
    path = written(folder, text(rows), name)
    return run_import(path=path, source_format=CharterFormat, **{"ran_by": "essai", **asked})


def only_firm() -> Professional:
    return Professional.objects.get()
