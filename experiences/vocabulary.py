"""The controlled lists of a case study: what addresses, files and filters name by a word of theirs."""

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from energy.models import Energy


class Precision(models.TextChoices):
    """How precisely the holder of the consent lets the place be shown."""

    EXACT = "exact", _("L’adresse exacte")
    STREET = "street", _("La rue, sans le numéro")
    QUARTER = "quarter", _("Le quartier seulement")


class Period(models.TextChoices):
    """When the building was built."""

    BEFORE_1949 = "before-1949", _("avant 1949")
    FROM_1949 = "1949-1974", _("de 1949 à 1974")
    FROM_1975 = "1975-1993", _("de 1975 à 1993")
    FROM_1994 = "1994-2000", _("de 1994 à 2000")
    FROM_2001 = "2001-2010", _("de 2001 à 2010")
    AFTER_2010 = "after-2010", _("après 2010")


class HeatingMode(models.TextChoices):
    """Who heats."""

    COLLECTIVE = "collective", _("collectif")
    INDIVIDUAL = "individual", _("individuel")


class HeatingEnergy(models.TextChoices):
    """What heats. A heat pump is told apart from other electric heating."""

    GAS = "gas", _("gaz")
    ELECTRICITY = "electricity", _("électricité")
    HEAT_PUMP = "heat-pump", _("pompe à chaleur")
    OIL = "oil", _("fioul")
    WOOD = "wood", _("bois")
    HEAT_NETWORK = "heat-network", _("réseau de chaleur")
    LPG = "lpg", _("propane, GPL")

    @property
    def carrier(self) -> Energy:
        """Give the energy that bills name."""
        return Energy.ELECTRICITY if self is HeatingEnergy.HEAT_PUMP else Energy(self.value)


class Method(models.TextChoices):
    """Where the energy figures come from. Only those that follow the method of the DPE give a letter."""

    DPE = "dpe", _("Diagnostic de performance énergétique (DPE)")
    AUDIT = "audit", _("Audit énergétique")
    BILLS = "bills", _("Factures (énergie mesurée)")


LETTERED = frozenset({Method.DPE, Method.AUDIT})


class Majority(models.TextChoices):
    """The majority that a vote needs, by the article of the law of 10 July 1965."""

    SIMPLE = "24", _("article 24 (majorité simple)")
    ABSOLUTE = "25", _("article 25 (majorité absolue)")
    DOUBLE = "26", _("article 26 (double majorité)")


class Role(models.TextChoices):
    """What a firm did there."""

    ARCHITECT = "architecte", _("Architecte")
    PROJECT_MANAGER = "moe", _("Maîtrise d’œuvre")
    ASSISTANT = "amo", _("Assistance à maîtrise d’ouvrage")
    AUDIT = "audit", _("Audit ou diagnostic")
    WORKS = "travaux", _("Travaux")
    MANAGER = "syndic", _("Syndic")
    BANK = "banque", _("Prêt collectif")
    OTHER = "autre", _("Autre rôle")


class AidKind(models.TextChoices):
    """Who received an aid."""

    COLLECTIVE = "collective", _("versée à la copropriété ou au projet")
    INDIVIDUAL = "individual", _("versée à chaque propriétaire (total)")


class Moment(models.TextChoices):
    """When a photo was taken."""

    BEFORE = "before", _("avant les travaux")
    AFTER = "after", _("après les travaux")


SIZES = {  # slug in addresses → (label, fewest dwellings, most dwellings or None)
    "moins-10": (_("moins de 10 logements"), 1, 9),
    "10-49": (_("10 à 49 logements"), 10, 49),
    "50-199": (_("50 à 199 logements"), 50, 199),
    "200-plus": (_("200 logements et plus"), 200, None),
}


def dwellings_in_words(count: int | None) -> str:
    """Count the dwellings, empty when nobody said."""
    if not count:
        return ""
    number = number_format(count, force_grouping=True)
    return ngettext("%(n)s logement", "%(n)s logements", count) % {"n": number}
