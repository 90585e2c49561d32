"""What the results page says of the words: understood, corrected, left aside."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.search import Understood


def remarks(understood: Understood, labels: dict[str, str], typed: bool) -> Iterator[str]:
    """Give one sentence for each thing there is to say; `labels` names the trades, `typed`: something was typed."""
    for correction in understood.corrections:
        words = {"read": correction.read, "typed": correction.typed}
        yield _("Nous avons lu « %(read)s » au lieu de « %(typed)s ».") % words
    trades = [labels[slug] for slug in understood.trades if slug in labels]
    if trades:
        yield ngettext("Métier cherché : %(trades)s.", "Métiers cherchés : %(trades)s.", len(trades)) % {
            "trades": ", ".join(trades)
        }
    if understood.names:
        yield _("Mots cherchés dans les noms : %(words)s.") % {"words": ", ".join(understood.names)}
    if understood.ignored:
        yield _("Mots laissés de côté : %(words)s.") % {"words": ", ".join(understood.ignored)}
    if understood.shortened:
        yield _("Votre texte est long : seuls ses 200 premiers caractères et ses 20 premiers mots ont été lus.")
