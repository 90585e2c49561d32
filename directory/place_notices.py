"""What the page says of the place as it was read: repaired, to be chosen, unknown, outside the shop's territory."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.french import of_name
from directory.querystring import SearchRequest
from directory.search import Results
from territories import places
from territories.messages import explain
from territories.place import Choice, Found, NotAPlace, Nowhere, Place, Unknown


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go: `query` is a query string of the directory's page, `note` stands after the link."""

    label: str
    query: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceNotice:
    """One remark. `blocking`: the place was not understood, so the results know nothing of it."""

    title: str
    text: str = ""
    links: tuple[Link, ...] = ()
    blocking: bool = False
    advice: bool = False  # say who advises people there


def place_notices(asked: SearchRequest, results: Results, territory: str) -> list[PlaceNotice]:
    """List what there is to say of the place. `territory` names the shop's own."""
    match asked.place:
        case Found(place=place, repaired=repaired):
            notices = [_repaired(asked, repaired), _outside(place, territory, results.total)]
            return [notice for notice in notices if notice]
        case Choice() as choice:
            return [_choice(asked, choice, territory)]
        case Unknown() | NotAPlace() as place:
            return [_not_understood(asked, place, territory)]
        case Nowhere():
            return _among_the_words(asked, [*results.understood.ignored, *results.understood.names])
    return []


def _among_the_words(asked: SearchRequest, words: list[str]) -> list[PlaceNotice]:
    """Offer the commune that somebody typed beside the trade: "architecte toulouse"."""
    named = " ".join(words)
    answer = places.find(named) if words else None
    if not (isinstance(answer, Found) and answer.place.kind == "commune" and not answer.repaired):
        return []
    dropped = {word.casefold() for word in words}
    rest = " ".join(word for word in asked.typed_words.split() if word.casefold() not in dropped)
    label = _("« %(words)s » près %(of_place)s") % {"words": rest, "of_place": of_name(answer.place.label)}
    link = Link(label, asked.query(q=rest, page=None, **_chosen(answer.place)))
    return [PlaceNotice(_("« %(word)s » est aussi une commune. Cherchiez-vous :") % {"word": named}, links=(link,))]


def _repaired(asked: SearchRequest, repaired: str) -> PlaceNotice | None:
    if not repaired:
        return None
    words = {"read": repaired, "typed": asked.typed_place}
    return PlaceNotice(_("Nous avons lu « %(read)s » au lieu de « %(typed)s ».") % words)


def _outside(place: Place, territory: str, total: int) -> PlaceNotice | None:
    if place.inside or place.kind != "commune":
        return None
    words = {"place": place.label, "territory": territory}
    text = [_("Les professionnels de la liste y interviennent bien.")] if total else []
    text.append(_("Pour un conseil, le service compétent est :"))
    return PlaceNotice(_("%(place)s est hors de %(territory)s.") % words, " ".join(text), advice=True)


def _choice(asked: SearchRequest, choice: Choice, territory: str) -> PlaceNotice:
    if choice.searched == choice.options:
        text = _("En attendant, la liste montre qui intervient dans l’une d’elles au moins.")
    else:
        searched = ", ".join(place.label for place in choice.searched)
        text = _("En attendant, la liste montre qui intervient ici : %(places)s.") % {"places": searched}
    return PlaceNotice(explain(choice), text, _choices(asked, choice.options, territory))


def _not_understood(asked: SearchRequest, place: Unknown | NotAPlace, territory: str) -> PlaceNotice:
    text = _("La liste ne tient donc pas compte du lieu.")
    nearest = place.nearest if isinstance(place, Unknown) else ()
    if nearest:
        text += " " + _("Vouliez-vous dire :")
    return PlaceNotice(explain(place), text, _choices(asked, nearest, territory), blocking=True)


def _choices(asked: SearchRequest, places: tuple[Place, ...], territory: str) -> tuple[Link, ...]:
    outside = _("hors %(of_territory)s") % {"of_territory": of_name(territory)}
    return tuple(
        Link(
            place.label,
            asked.query(**_chosen(place), page=None),
            outside if place.kind == "commune" and not place.inside else "",
        )
        for place in places
    )


def _chosen(place: Place) -> dict[str, str | None]:
    """Name the place in a query string: a commune by its code, a department in words."""
    if place.kind == "commune":
        return {"commune": place.code, "lieu": None}
    return {"commune": None, "lieu": place.label}
