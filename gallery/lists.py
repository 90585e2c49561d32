"""What one searches with, and what is found."""

from types import SimpleNamespace

from core.pagination import Pager
from directory.cards import Card
from directory.listing import Option as Box
from gallery.specimens import Specimen
from home.listings import Facet, Option

HERE = "/annuaire/"
FIRM = Card(
    name="Atelier des Carmes (fictif)",
    url="/annuaire/atelier-des-carmes-1/",
    trades=["Architecte", "Maîtrise d’œuvre"],
    more_trades="et 2 autres",
    housing="Maisons et copropriétés",
    address="12 rue des Arts, 31000 Toulouse",
    distance="dans votre commune",
    reasons=["Pratique : Architecte", "Intervient à Toulouse", "Adresse dans la commune cherchée"],
    proofs=["RGE Architecte jusqu’au 12/03/2099", "Charte signée le 03/03/2026"],
    more_proofs="",
    supposed=True,
    phone="05 36 49 00 09",
    phone_url="tel:0536490009",
    fictitious=True,
)
TRADES = [Box("architecte", "Architecte", 11, True), Box("dtg", "Diagnostic technique global", 4, False)]
LABELS = [Box("rge", "Qualification RGE en cours", 9, False)]
PANEL = SimpleNamespace(
    trade_options=TRADES,
    top_trades=TRADES,
    other_trades=[Box("syndic", "Syndic", 2, False)],
    label_options=LABELS,
    active_filters=True,
    cleared_query="q=architecte",
)
HOUSING = Facet(
    "logement",
    "Logement",
    (
        Option("", "Tous", 24, "", False),
        Option("maison", "Maison individuelle", 10, "logement=maison", False),
        Option("copropriete", "Copropriété", 14, "logement=copropriete", True),
    ),
)
YEARS = Facet("annee", "Année", (Option("", "Toutes", 24, "", True), Option("2026", "2026", 9, "annee=2026", False)))
LISTING = SimpleNamespace(links=[HOUSING], menus=[YEARS], active=[HOUSING.options[2]], kept_by_the_form=())


def specimens() -> tuple[Specimen, ...]:
    """Give the boxes, the filters, the results and the steps through them."""
    nothing = {"words": "", "place": "", "commune": "", "housing": None, "order": "", "place_error": ""}
    asked = nothing | {"words": "architecte", "place": "Toulouse (31000)", "housing": "copropriete"}
    filled = asked | {"suffix": "-remplie", "label": "La même, remplie"}
    panel = {"listing": PANEL, "here": HERE, "swap": ""}
    pager = Pager(4, 9, lambda page: f"page={page}")
    return (
        Specimen("Recherche d’un professionnel", "components/search_form.jinja", nothing | {"suffix": "-vide"}),
        Specimen("La même, remplie", "components/search_form.jinja", filled),
        Specimen("Recherche sur le site", "components/site_search_form.html", {"words": "", "suffix": "-site"}),
        Specimen("Fiches de l’annuaire", "directory/index/_cards.jinja", {"cards": [FIRM]}),
        Specimen("Filtres de l’annuaire", "directory/index/_filters.jinja", panel),
        Specimen("Filtres en liens", "components/listing_links.html", {"listing": LISTING, "here": HERE}),
        Specimen("Filtres en menus", "components/listing_form.html", {"listing": LISTING, "here": HERE}),
        Specimen("Filtres en cours", "components/listing_active.html", {"listing": LISTING, "here": HERE}),
        Specimen("Liste vide", "components/listing_empty.html", {"listing": LISTING, "here": HERE, "other_lists": ()}),
        Specimen("Pages d’une liste", "components/pagination.html", {"pager": pager, "here": HERE}),
    )
