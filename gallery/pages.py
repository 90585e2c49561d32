"""Pages and pictures as lists show them: taken from the site, since they are files and addresses."""

from datetime import date

from django.http import HttpRequest
from wagtail.models import Page, Site

from core.models import Picture
from gallery.specimens import Specimen
from home.models import NewsPage

FIGURES = (
    {"value": "287", "label": "professionnels", "source": "annuaire", "date": date(2026, 11, 24)},
    {"value": "37", "label": "communes", "source": "INSEE", "date": date(2026, 1, 1)},
)
TOPICS = ({"slug": "aides", "label": "Aides financières"}, {"slug": "murs", "label": "Murs"})


def specimens(request: HttpRequest) -> tuple[Specimen, ...]:
    """Give cards and pictures; fewer of them on a site that has none yet."""
    site = Site.find_for_request(request)
    here = site.root_page if site else Page.get_first_root_node()
    news = list(NewsPage.objects.live().descendant_of(here).for_cards()[:3])
    return (
        Specimen("Chiffres de l’accueil", "components/home_numbers.html", {"figures": FIGURES}),
        Specimen("Genre de logement", "components/housing.html", {"housing": "copropriete"}),
        Specimen("Thèmes d’une page", "components/topic_links.html", {"topics": TOPICS, "here": "/actualites/"}),
        *(Specimen("Carte d’une page", "components/page_card.html", {"page": page}) for page in news[:1]),
        *((Specimen("Cartes côte à côte", "components/page_cards.html", {"pages": news, "level": 3}),) if news else ()),
        *_pictures(),
    )


def _pictures() -> tuple[Specimen, ...]:
    picture = Picture.objects.order_by("pk").first()
    if picture is None:
        return ()
    shown = {"picture": picture, "alt": "", "decorative": False, "caption": "Une légende", "ratio": "wide"}
    return (
        Specimen("Image et légende", "components/figure.html", shown | {"eager": False}),
        Specimen("Image d’une page", "components/page_picture.html", {"picture": picture}),
    )
