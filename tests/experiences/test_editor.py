"""The editor of case studies: what does not hold together is said in French, and nothing typed is lost."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from accounts.roles import PUBLISHERS
from experiences.models import ExperienceIndexPage, ExperiencePage
from home.models import HomePage
from tests.accounts.people import member
from tests.core.editor_forms import errors
from tests.experiences.samples import WHOLE, whole_case
from tests.home.samples import experience_index

pytestmark = pytest.mark.django_db
RICH = ("why", "obstacles", "assembly", "lessons")
ONE_AID: list[dict[str, Any]] = [{"name": "MaPrimeRénov’", "amount": "540000", "kind": "collective"}]


@pytest.fixture
def index(home: HomePage) -> ExperienceIndexPage:
    return experience_index(home)


@pytest.fixture
def keeper(db: None) -> Client:
    client = Client()
    client.force_login(member(PUBLISHERS))
    return client


def form(aids: list[dict[str, Any]] | None = None, **values: Any) -> dict[str, Any]:
    """Give what a browser sends of a whole case, some of it typed over."""
    typed = {name: value for name, value in WHOLE.items() if name not in ("commune_id", "for_houses", *RICH)}
    typed |= {"title": "Les Tilleuls", "slug": "les-tilleuls", "commune": "Balma", "for_coownerships": "on"}
    blank = ("lots", "heating_mode_after", "heating_energy_after", "bills_before", "bills_after", "own_funds",
             "reviewed_on", "seo_title", "search_description", "short_title", "picture", "share_picture")  # fmt: skip
    data = dict.fromkeys(blank, "") | typed | values
    data |= {name: rich_text(values.get(name, "<p>Oui.</p>")) for name in RICH}
    data |= {name: inline_formset([]) for name in ("votes", "firms", "photos")}
    data |= {"aids": inline_formset(ONE_AID if aids is None else aids), "body": streamfield([])}
    data |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    days = {name: value.strftime("%d/%m/%Y") for name, value in data.items() if isinstance(value, date)}
    return nested_form_data(data | days)


def send(client: Client, index: ExperienceIndexPage, *, publish: bool = True, **values: Any) -> Any:
    data = form(**values) | ({"action-publish": "1"} if publish else {})
    return client.post(f"/gestion/pages/add/experiences/experiencepage/{index.pk}/", data)


def test_publishes_a_case_that_holds_together(keeper: Client, index: ExperienceIndexPage) -> None:
    answer = send(keeper, index)

    assert errors(answer) == ""
    page = ExperiencePage.objects.get(alias_of=None)
    assert (page.live, page.aids_total, page.commune_id) == (True, 540_000, "31044")
    assert (page.label_before, page.shown_address) == ("E", "")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"aids": [{"name": "Prime", "amount": "1000001", "kind": "collective"}]}, "dépassent le coût total"),
        ({"loan_amount": "500000"}, "plus que le coût total"),
        ({"own_funds": "10"}, "il manque"),
        ({"cost": ""}, "Donnez le coût total"),
        ({"loan_years": ""}, "Le prêt est incomplet"),
        ({"finished_on": "01/01/2020"}, "La fin des travaux vient après leur début"),
        ({"measured_after_on": "01/01/2020"}, "plus récent que celui d’avant"),
        ({"after_electricity_kwhep": "111"}, "La part d’électricité ne dépasse pas le total"),
        ({"method": ""}, "d’où viennent les chiffres"),
        ({"measured_before_on": ""}, "porte la date de son document"),
        ({"consent_given_on": ""}, "Sans autorisation datée"),
        ({"consent_expires_on": "01/02/2026"}, "L’autorisation est terminée"),
        ({"longitude": ""}, "Donnez la latitude et la longitude"),
        ({"summary": "Au 127 bis rue des Glycines."}, "que l’autorisation ne permet pas de publier"),
        ({"title": "Rue des Glycines"}, "que l’autorisation ne permet pas de publier"),
        ({"slug": "rue-des-glycines"}, "que l’autorisation ne permet pas de publier"),
        ({"why": "<p>La <b>rue des Glycines</b> est bruyante.</p>"}, "que l’autorisation ne permet pas de publier"),
        ({"latitude": "91"}, "90"),
        ({"dwellings": "0"}, "1"),
        ({"cost": "-1"}, "0"),
        ({"before_kwhep": "3000"}, "2000"),
        ({"dwellings": "beaucoup"}, "nombre entier"),
        ({"commune": "Nulle-Part-sur-Mer"}, "n’est pas connu"),
    ],
)
def test_says_what_does_not_hold_together_and_keeps_what_was_typed(
    keeper: Client, index: ExperienceIndexPage, changes: dict[str, Any], problem: str
) -> None:
    answer = send(keeper, index, **changes)

    assert problem in errors(answer)
    assert not ExperiencePage.objects.exists()
    kept = BeautifulSoup(answer.content, "html.parser")
    for name, value in changes.items():
        if name in ("title", "cost", "loan_amount", "latitude", "dwellings", "commune"):
            assert kept.select_one(f"#id_{name}").get("value", "") == value
    assert kept.select_one("#id_quote").text.strip() == WHOLE["quote"]
    assert kept.select_one("#id_aids-0-name")["value"].startswith(("MaPrime", "Prime"))


def test_a_draft_may_be_unfinished(keeper: Client, index: ExperienceIndexPage) -> None:
    answer = send(keeper, index, publish=False, cost="", consent_given_on="", method="")

    assert errors(answer) == ""
    assert not ExperiencePage.objects.get(alias_of=None).live


def test_the_commune_alone_needs_no_consent(keeper: Client, index: ExperienceIndexPage) -> None:
    nowhere = dict.fromkeys(("address", "register_number", "latitude", "longitude", "consent_given_on"), "")

    assert errors(send(keeper, index, **nowhere | {"consent_expires_on": ""})) == ""


def test_no_other_screen_publishes_a_place_without_consent(keeper: Client, index: ExperienceIndexPage) -> None:
    page = whole_case(index, consent_given_on=None, live=False)
    page.save_revision()

    keeper.post(f"/gestion/bulk/wagtailcore/page/publish/?id={page.pk}", {"include_descendants": ""})

    assert not ExperiencePage.objects.get(pk=page.pk).live


def test_the_editor_says_how_complete_a_sheet_is_and_what_is_missing(
    keeper: Client, index: ExperienceIndexPage
) -> None:
    page = whole_case(index, lessons="", summary="")

    told = keeper.get(f"/gestion/pages/{page.pk}/edit/").content.decode()

    percent = ExperiencePage.objects.get(pk=page.pk).completeness
    assert f"Fiche complète à {percent}\u00a0%" in told
    assert told.index("<li>le résumé</li>") < told.index("<li>ce que l’on referait</li>")
    assert "<li>le coût total</li>" not in told


def test_the_list_of_the_back_office_shows_the_score(keeper: Client, index: ExperienceIndexPage) -> None:
    page = whole_case(index)

    told = keeper.get("/gestion/retours-experience/").content.decode()

    assert f"{ExperiencePage.objects.get(pk=page.pk).completeness}\u00a0%" in told


def test_the_position_is_typed_or_set_on_a_map(keeper: Client, index: ExperienceIndexPage) -> None:
    page = whole_case(index)

    editor = BeautifulSoup(keeper.get(f"/gestion/pages/{page.pk}/edit/").content, "html.parser")

    assert editor.select_one("#id_latitude")["type"] == "number"
    assert editor.select_one("[data-position-map]")["data-outlines"] == "/api/v1/territories/243100518.geojson"
    assert editor.select_one("[data-position-centre]").name == "button"
