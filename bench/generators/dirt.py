"""The dirt of real exports, a little of each kind, never more than a reader should cope with."""

from collections.abc import Callable
from random import Random

Row = dict[str, str]


def soiled(row: Row, chance: Random) -> Row:
    """Give the row with some of its cells written badly: about one row in three has something."""
    row = dict(row)
    for share, soil in SOILS:
        if chance.random() < share:
            soil(row)
    return row


def _phone_without_zero(row: Row) -> None:
    row["telephone"] = row["telephone"].removeprefix("0")


def _international_phone(row: Row) -> None:
    row["telephone"] = "+33" + row["telephone"].removeprefix("0").replace(" ", "")


def _dotted_phone(row: Row) -> None:
    row["telephone"] = row["telephone"].replace(" ", ".")


def _lettered_phone(row: Row) -> None:
    row["telephone"] = "non renseigné"


def _empty_site(row: Row) -> None:
    row["site_internet"] = "http://"


def _bare_site(row: Row) -> None:
    row["site_internet"] = row["site_internet"].removeprefix("https://")


def _script_site(row: Row) -> None:
    row["site_internet"] = "javascript:alert(1)"


def _domain_array(row: Row) -> None:
    row["domaine"] = f'["{row["domaine"]}"]'


def _slashed_dates(row: Row) -> None:
    for column in ("lien_date_debut", "lien_date_fin"):
        year, month, day = row[column].split("-")
        row[column] = f"{year}/{int(month)}/{int(day)}"


def _timed_dates(row: Row) -> None:
    row["lien_date_fin"] += "T00:00:00.000Z"


def _american_date(row: Row) -> None:
    year, month, day = row["lien_date_fin"][:10].replace("/", "-").split("-")
    row["lien_date_fin"] = f"{month}/{day}/{year}"


def _postcode_without_zero(row: Row) -> None:
    row["code_postal"] = row["code_postal"].removeprefix("0")


def _swapped_position(row: Row) -> None:
    row["latitude"], row["longitude"] = row["longitude"], row["latitude"]


def _no_position(row: Row) -> None:
    row["latitude"] = row["longitude"] = ""


def _scientific_siret(row: Row) -> None:
    row["siret"] = f"{int(row['siret']):.2E}"


def _formula_name(row: Row) -> None:
    row["nom_entreprise"] = f'=HYPERLINK("https://piege.example";"{row["nom_entreprise"]}")'


def _shouted_city(row: Row) -> None:
    row["commune"] = row["commune"].upper().replace("SAINT-", "ST ").replace("-", " ")


SOILS: tuple[tuple[float, Callable[[Row], None]], ...] = (
    (0.10, _phone_without_zero),
    (0.03, _international_phone),
    (0.03, _dotted_phone),
    (0.01, _lettered_phone),
    (0.05, _empty_site),
    (0.04, _bare_site),
    (0.001, _script_site),
    (0.30, _domain_array),
    (0.20, _slashed_dates),
    (0.05, _timed_dates),
    (0.004, _american_date),
    (0.02, _postcode_without_zero),
    (0.005, _swapped_position),
    (0.02, _no_position),
    (0.004, _scientific_siret),
    (0.0005, _formula_name),
    (0.10, _shouted_city),
)
