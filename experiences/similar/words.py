"""Why a case is like the visitor's own, and what is not the same, in words."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.french import at_name
from experiences.similar.asked import Kind
from experiences.similarity import Home, Reason
from experiences.vocabulary import HeatingEnergy, HeatingMode, Period


def heating_in_words(mode: str, energy: str) -> str:
    """Name a heating: "collectif, gaz", "gaz", "individuel"; empty when nothing is known of it."""
    named = [
        str(HeatingMode(mode).label) if mode in HeatingMode.values else "",
        str(HeatingEnergy(energy).label) if energy in HeatingEnergy.values else "",
    ]
    return ", ".join(filter(None, named))


def period_in_words(period: str) -> str:
    """Name a period of construction: "de 1949 à 1974"."""
    return str(Period(period).label) if period in Period.values else ""


def size_in_words(size: float | None, kind: Kind) -> str:
    """Write a size: "40 logements", "110 m²"; empty when it is not known."""
    if not size:
        return ""
    number = plain_number(size)
    if kind == "maison":
        return _("%(n)s m²") % {"n": number}
    return ngettext("%(n)s logement", "%(n)s logements", int(size)) % {"n": number}


def plain_number(number: float) -> str:
    """Write a number without decimals that say nothing: "52", "110,5"."""
    return number_format(number, 0 if number == int(number) else None, force_grouping=True)


def reason_in_words(reason: Reason, mine: Home, other: Home, kind: Kind, place: str = "") -> str:
    """Say one reason in a few words. `place` names the commune of the case."""
    if reason.verdict == "unknown":
        return _unknown(reason, kind)
    match reason.criterion:
        case "period":
            return _period(reason, mine, other)
        case "heating":
            return _heating(reason, mine, other)
        case "size":
            return _size(reason, mine, other, kind)
        case "label":
            return _label(reason, mine, other)
    return _place(reason, place)


def _unknown(reason: Reason, kind: Kind) -> str:
    return {
        "period": _("période de construction inconnue"),
        "heating": _("chauffage inconnu"),
        "size": _("surface inconnue") if kind == "maison" else _("nombre de logements inconnu"),
        "label": _("étiquette d’avant les travaux inconnue"),
        "place": _("commune inconnue"),
    }[reason.criterion]


def _period(reason: Reason, mine: Home, other: Home) -> str:
    named = {"theirs": period_in_words(other.period), "own": period_in_words(mine.period)}
    if reason.verdict == "same":
        return _("même période de construction (%(own)s)") % named
    if reason.verdict == "close":
        return _("période voisine : %(theirs)s") % named
    return _("construit %(theirs)s, et non %(own)s") % named


def _heating(reason: Reason, mine: Home, other: Home) -> str:
    theirs = heating_in_words(other.mode, other.energy)
    if reason.verdict == "same":
        return _("même chauffage (%(theirs)s)") % {"theirs": heating_in_words(mine.mode and other.mode, other.energy)}
    own = heating_in_words(mine.mode, mine.energy)
    if reason.verdict == "close":
        return _("chauffage voisin : %(theirs)s, pour %(own)s") % {"theirs": theirs, "own": own}
    return _("chauffage : %(theirs)s, et non %(own)s") % {"theirs": theirs, "own": own}


def _size(reason: Reason, mine: Home, other: Home, kind: Kind) -> str:
    theirs, own = size_in_words(other.size, kind), plain_number(mine.size or 0)
    if reason.verdict == "same" and other.size == mine.size:
        return _("même taille : %(theirs)s") % {"theirs": theirs}
    return _("%(theirs)s pour %(own)s") % {"theirs": theirs, "own": own}


def _label(reason: Reason, mine: Home, other: Home) -> str:
    if reason.verdict == "same":
        return _("même étiquette avant travaux : %(letter)s") % {"letter": other.label}
    return _("étiquette %(theirs)s avant travaux, et non %(own)s") % {"theirs": other.label, "own": mine.label}


def _place(reason: Reason, place: str) -> str:
    if reason.verdict == "same":
        return _("même commune")
    if reason.km is None:
        return at_name(place)
    return _("%(at_place)s, à %(km)s km") % {"at_place": at_name(place), "km": number_format(max(1, round(reason.km)))}
