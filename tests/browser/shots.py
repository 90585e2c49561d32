"""The pictures of the documents: whose screen, which page, and what is done before it is taken."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

Step = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture. `account` is who is signed in ("" for nobody); `slug` names the page whose key stands for `{id}`."""

    name: str
    path: str
    account: str = ""
    slug: str = ""
    steps: tuple[Step, ...] = ()
    height: int = 900


def click(selector: str) -> Step:
    """Click on the first thing that a selector finds."""
    return lambda page: page.locator(selector).first.click()


def show_panel(title: str) -> Step:
    """Bring the panel of this title to the top of the screen."""
    return show(f".w-panel__heading:has-text('{title}')")  # the map of the page, beside it, has the same words


def show(selector: str) -> Step:
    """Bring something to the top of the screen, under the bar that stays there."""

    def scroll(page: Page) -> None:
        page.locator(selector).first.evaluate("it => { it.scrollIntoView(); window.scrollBy(0, -90) }")

    return scroll


def tick(name: str) -> Step:
    """Tick a box by its name."""
    return lambda page: page.get_by_role("checkbox", name=name).check()


def press(name: str) -> Step:
    """Press a button by its name."""
    return lambda page: page.get_by_role("button", name=name).click()


def wait(milliseconds: int) -> Step:
    """Wait for what comes by itself."""
    return lambda page: page.wait_for_timeout(milliseconds)


BODY = "#panel-child-contenu-body-section"
EDIT = "/gestion/pages/{id}/edit/"
TRANSLATE = "/gestion/localize/submit/page/{id}/"
WRITER, PUBLISHER = "redaction", "publication"

GALLERY = "/gestion/composants/"

# The preview comes last of its account: the back office keeps it open from page to page.
SHOTS = (
    Shot("accueil", "/", height=1000),
    Shot("annuaire", "/annuaire/?q=architecte&lieu=31000", height=1000),
    Shot("experiences", "/experiences/", height=1000, steps=(wait(2000),)),
    Shot("editors-connexion", "/gestion/login/", height=700),
    *(
        Shot(f"composants-{part}", GALLERY, WRITER, steps=(show(f"#{part}"),))
        for part in ("valeurs", "chercher", "energie", "formulaires")
    ),
    Shot("editors-accueil", "/gestion/", WRITER),
    Shot("editors-pages", "/gestion/pages/{id}/", WRITER, "actualites"),
    Shot("editors-actualite", EDIT, WRITER, "permanences-du-soir"),
    Shot(
        "editors-blocs",
        EDIT,
        WRITER,
        "permanences-du-soir",
        (show(BODY), click(f"{BODY} .c-sf-add-button"), wait(500)),
    ),
    Shot(
        "editors-soumettre",
        EDIT,
        WRITER,
        "permanences-du-soir",
        (click("footer [data-w-dropdown-target=toggle]"), wait(500)),
    ),
    Shot(
        "editors-publier",
        EDIT,
        PUBLISHER,
        "permanences-du-soir",
        (click("footer [data-w-dropdown-target=toggle]"), wait(500)),
    ),
    Shot("editors-evenement", EDIT, WRITER, "visite-de-chantier", (show_panel("Quand et où"),)),
    Shot("editors-ressource", EDIT, WRITER, "guide-maison", (show_panel("Ce que c’est"),)),
    Shot("editors-questions", EDIT, WRITER, "questions", (show("#panel-child-contenu-questions-section"),)),
    Shot("editors-contenus", "/gestion/actualites/", WRITER),
    Shot(
        "editors-apercu",
        EDIT,
        WRITER,
        "permanences-du-soir",
        (click("[data-side-panel-toggle=preview]"), wait(4000)),
    ),
    Shot("editors-traduire", TRANSLATE, PUBLISHER, "isoler"),
    Shot("editors-traduction", TRANSLATE, PUBLISHER, "chauffer", (tick("Anglais"), press("Soumettre"), wait(3000))),
    Shot("editors-page-accueil", EDIT, PUBLISHER, "accueil", (show_panel("Les deux entrées"),)),
    Shot("editors-images", "/gestion/images/", PUBLISHER),
    Shot("editors-site", "/gestion/settings/core/sitesettings/", PUBLISHER),
    Shot("editors-redirections", "/gestion/redirects/", PUBLISHER, height=700),
    Shot("editors-etat", "/gestion/reports/etat-du-site/", PUBLISHER),
)
