"""The pages that are weighed, drawn and scored: by the budgets, the snapshots, `make lighthouse` and `bench.front`."""

import json
from dataclasses import dataclass
from urllib.request import urlopen

FIRM = "{firm}"  # stands for the address of a professional, which holds a number


@dataclass(frozen=True, slots=True)
class MainPage:
    """A page and what it may weigh. `path` may be `FIRM`; a page with a map may weigh more and asks for its tiles."""

    name: str
    path: str
    has_map: bool = False
    kept_out: bool = False  # asks search engines not to keep it, and rightly
    account: str = ""  # who reads it: "" for anybody, or an account of the demonstration

    def address(self, site: str) -> str:
        """Give the page's whole address on a site that answers."""
        return site + self.path.replace(FIRM, firm(site) if FIRM in self.path else "")


HOME = MainPage("accueil", "/")
RESULTS = MainPage("annuaire", "/annuaire/?q=architecte&lieu=31000", kept_out=True)
SHEET = MainPage("professionnel", FIRM, kept_out=True)  # the professionals of the demonstration are fictitious
NEWS = MainPage("actualite", "/actualites/permanences-du-soir/")
LIST = MainPage("ressources", "/ressources/")
SEARCH = MainPage("recherche", "/recherche/?q=isolation", kept_out=True)
CASES = MainPage("experiences", "/experiences/", has_map=True)
CASE = MainPage("experience", "/experiences/residence-les-tilleuls/")

WEIGHED = (HOME, RESULTS, SHEET, NEWS, LIST, SEARCH, CASES)
SCORED = (*WEIGHED, MainPage("annuaire-entier", "/annuaire/"))
# A page joins the snapshots here, then `make snapshots` draws it.
DRAWN = (
    HOME,
    RESULTS,
    MainPage("annuaire-vide", "/annuaire/?q=zzzz&lieu=310000"),
    SHEET,
    NEWS,
    LIST,
    MainPage("questions", "/conseils/questions/"),
    SEARCH,
    CASE,
)


def firm(site: str) -> str:
    """Give the address of the same professional each time: of the architects, the one with the smallest number."""
    with urlopen(f"{site}/api/v1/professionals/?q=architecte") as answer:
        results = json.load(answer)["results"]
    return str(min(results, key=lambda one: one["id"])["url"])
