"""What stands around every page."""

from dataclasses import replace

from core.breadcrumbs import Crumb
from core.shops import Alert, Shop
from gallery.specimens import Specimen

CRUMBS = (Crumb("Accueil", "/"), Crumb("Conseils", "/conseils/"), Crumb("Isoler ses murs", ""))
LANGUAGES = ({"code": "en", "name": "English", "url": "/en/"},)
ALERTS = (
    Alert("info", "Le guichet est fermé vendredi 1er mai.", "1er mai 2027"),
    Alert(
        "warning", "Démarchage frauduleux : nous n’appelons jamais pour vendre.", "30 juin 2027", "/conseils/", "Lire"
    ),
)


def specimens(shop: Shop) -> tuple[Specimen, ...]:
    """Give the parts of the frame; the header is the one above, the footer the one below."""
    return (
        Specimen("Messages en tête de page", "components/alerts.html", {"shop": replace(shop, alerts=ALERTS)}),
        Specimen("Nom du site", "components/brand.html", {"shop": shop}),
        Specimen("Emblème", "components/logo.html"),
        Specimen("Menu", "components/menu.html", {"items": shop.main_menu, "shop": shop}),
        Specimen("Langues", "components/languages.html", {"languages": LANGUAGES}),
        Specimen("Fil d’Ariane", "components/breadcrumb.html", {"crumbs": CRUMBS}),
    )
