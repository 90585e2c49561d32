"""What an energy figure looks like."""

from decimal import Decimal

from experiences.figures import Figure
from gallery.specimens import Specimen

BEFORE, AFTER = (
    Figure(Decimal(kwhep), Decimal(kgco2), Decimal(kwhep), None, None, None) for kwhep, kgco2 in ((284, 58), (122, 11))
)


def specimens() -> tuple[Specimen, ...]:
    """Give a label for each class, and what a renovation changed."""
    compared = {
        "before": BEFORE,
        "after": AFTER,
        "before_letter": "E",
        "after_letter": "C",
        "share": 43,
        "gain": "57 %",
    }
    label = {"kwhep": None, "kgco2": None, "dated": ""}
    return (
        Specimen(
            "Étiquette énergie",
            "components/energy_label.html",
            {"letter": "C", "kwhep": AFTER.kwhep, "kgco2": AFTER.kgco2, "dated": "DPE du 12 mars 2026 (exemple)"},
        ),
        *(
            Specimen(f"Classe {letter}", "components/energy_label.html", label | {"letter": letter})
            for letter in "ABDEFG"
        ),
        Specimen("Avant et après", "components/before_after.html", compared),
    )
