"""The rows a new site starts with: what was known when it was made. Staff edit them, and add those of new decrees."""

from datetime import date
from decimal import Decimal
from typing import Any

FIRST_DAY = date(1970, 1, 1)  # for what held before anybody wrote when it began
DPE = date(2021, 7, 1)  # the day of the DPE that holds today

DECREE = "Arrêté du 31 mars 2021 relatif au diagnostic de performance énergétique"
TO_CHECK = "[à vérifier]"

ELECTRICITY = (
    (FIRST_DAY, "2.58", f"Valeur d’avant le 1er juillet 2021 {TO_CHECK}"),
    (DPE, "2.3", DECREE),
    (date(2026, 1, 1), "1.9", "Coefficient de l’électricité au 1er janvier 2026"),
    (date(2027, 1, 1), "1.7", f"Annoncé pour le 1er janvier 2027 {TO_CHECK}"),
)
OTHERS = ("gas", "oil", "wood", "heat-network", "lpg")
THRESHOLDS = (
    ("A", 70, 6), ("B", 110, 11), ("C", 180, 30), ("D", 250, 50), ("E", 330, 70), ("F", 420, 100), ("G", None, None),
)  # fmt: skip


def load_reference_data(*, factor_model: Any, threshold_model: Any) -> None:
    """Write the rows that are missing."""
    rows = [("electricity", *row) for row in ELECTRICITY] + [(each, FIRST_DAY, "1", DECREE) for each in OTHERS]
    for energy, since, value, source in rows:
        factor_model.objects.get_or_create(
            energy=energy, in_force_from=since, defaults={"value": Decimal(value), "source": source}
        )
    for letter, kwhep, kgco2 in THRESHOLDS:
        threshold_model.objects.get_or_create(
            letter=letter,
            in_force_from=DPE,
            defaults={"kwhep_below": kwhep, "kgco2_below": kgco2, "source": DECREE},
        )
