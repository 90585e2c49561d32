"""Wagtail's accessibility checker, set for what an editor can mend: the text of the page, not its frame."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

MORE_RULES = {
    "image-alt": (_("Une image n’a pas de description"), _("Décrivez-la, ou cochez « décorative »")),
    "image-redundant-alt": (
        _("Une description répète le texte voisin"),
        _("Cochez « décorative », ou dites autre chose"),
    ),
    "identical-links-same-purpose": (
        _("Deux liens de même texte mènent à deux endroits"),
        _("Donnez à chaque lien un texte qui dit où il mène"),
    ),
    "td-headers-attr": (_("Une case renvoie à un en-tête qui n’existe pas"), _("Reprenez les titres du tableau")),
    "th-has-data-cells": (_("Un en-tête de tableau n’a aucune case"), _("Supprimez la colonne ou la ligne vide")),
    "list": (_("Une liste contient autre chose que des puces"), _("Refaites la liste avec le bouton « Liste »")),
}


class OurChecker(ContentCheckerItem):
    """The checker, with more rules, on the content alone."""

    axe_include = ["#contenu"]
    axe_run_only = [*ContentCheckerItem.axe_run_only, *MORE_RULES]
    axe_messages = ContentCheckerItem.axe_messages | {
        rule: {"error_name": error, "help_text": remedy} for rule, (error, remedy) in MORE_RULES.items()
    }
