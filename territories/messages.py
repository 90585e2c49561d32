"""What to tell a visitor whose place could not be taken as typed, in French, with an example."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from territories import index
from territories.place import Answer, Choice, Found, NotAPlace, Nowhere, Unknown
from territories.spelling import key

MAX_QUOTED = 60
_INSEE_OF_CORSICA = re.compile(r"2[ab]\d+", re.IGNORECASE)


def explain(answer: Answer) -> str:
    """Say in a sentence or two what was wrong and what to type instead; "" when a place was found as typed.

    The text is plain: what the visitor typed stands in it as such, cut at 60 characters. Templates escape it.
    """
    match answer:
        case Found():
            return _("Nous avons lu « %s ».") % answer.repaired if answer.repaired else ""
        case Nowhere():
            return _("Aucun lieu n’est indiqué : la recherche porte sur toute la France.")
        case Choice():
            return _choice(answer)
        case Unknown():
            return _unknown(answer)
    return _not_a_place(answer)


def _choice(choice: Choice) -> str:
    if not choice.postcode:
        return _("Plusieurs lieux portent ce nom : choisissez le vôtre, ou précisez son code postal.")
    values = {"postcode": choice.postcode, "count": len(choice.options)}
    if choice.options == choice.searched and len(choice.postcode) == 5:
        return _("Le code postal %(postcode)s couvre %(count)d communes : choisissez la vôtre.") % values
    return (
        ngettext(
            "« %(postcode)s » est un début de code postal : choisissez la commune, ou tapez les cinq chiffres, "
            "par exemple 31000.",
            "« %(postcode)s » est un début de code postal : choisissez un lieu parmi %(count)d, ou tapez les cinq "
            "chiffres, par exemple 31000.",
            len(choice.options),
        )
        % values
    )


def _unknown(answer: Unknown) -> str:
    quoted = {"text": _quoted(answer.text)}
    if answer.is_postcode and _INSEE_OF_CORSICA.fullmatch(answer.text):
        return (
            _(
                "« %(text)s » n’est pas un code postal : ceux de la Corse commencent par 20, par exemple 20000. "
                "Vous pouvez aussi taper un nom de commune, par exemple Ajaccio."
            )
            % quoted
        )
    if answer.is_postcode:
        return (
            _(
                "Le code postal « %(text)s » est inconnu (les codes CEDEX ne sont pas reconnus). Tapez celui de la "
                "commune ou son nom, par exemple 31000 ou Toulouse."
            )
            % quoted
        )
    if index.current().region(key(answer.text)):
        return (
            _("« %(text)s » est une région : indiquez un département ou une commune, par exemple 31 ou Toulouse.")
            % quoted
        )
    return (
        _(
            "Nous ne connaissons pas de commune appelée « %(text)s ». Vérifiez l’orthographe ou tapez un code postal, "
            "par exemple 31000 ou Toulouse."
        )
        % quoted
    )


def _not_a_place(answer: NotAPlace) -> str:
    example = _("Tapez un code postal ou une commune, par exemple 31000 ou Toulouse.")
    if not answer.text:
        return example
    if any(character.isdigit() for character in answer.text) and not any(map(str.isalpha, answer.text)):
        return (
            _("« %s » n’est pas un code postal : il en faut les cinq chiffres.") % _quoted(answer.text) + " " + example
        )
    return _("« %s » n’est pas un lieu.") % _quoted(answer.text) + " " + example


def _quoted(text: str) -> str:
    return text if len(text) <= MAX_QUOTED else text[: MAX_QUOTED - 1] + "…"
