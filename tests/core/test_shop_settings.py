"""The form on which staff set the shop: what it asks, and what it answers to mistakes."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from core.models import AlertBanner, SiteSettings
from core.shops import shop_of
from tests.core.shop_samples import TOULOUSE, home, page

pytestmark = pytest.mark.django_db
ROWS = ("opening_hours", "social_links", "menu_links", "alerts")


@pytest.fixture
def root():
    return home()


@pytest.fixture
def staff(client, django_user_model, root):
    client.force_login(django_user_model.objects.create_superuser("chef@example.test", "une phrase de passe"))
    return client


@pytest.fixture
def address(root) -> str:
    return f"/gestion/settings/core/sitesettings/{root.sites_rooted_here.get().pk}/"


def form(rows: dict[str, list[dict[str, object]]] | None = None, **fields: object) -> dict[str, object]:
    """Fill in the form: its fields, and its rows by kind."""
    rows = rows or {}
    data: dict[str, object] = {"palette": "brique", **fields}
    for kind in ROWS:
        lines = rows.get(kind, [])
        data |= {f"{kind}-TOTAL_FORMS": len(lines), f"{kind}-INITIAL_FORMS": 0}
        for number, line in enumerate(lines):
            data |= {f"{kind}-{number}-{name}": value for name, value in ({"ORDER": number + 1} | line).items()}
    return data


def complaints(client: Client, address: str, data: dict[str, object]) -> str:
    """Send a form that is refused, and give what is said of it."""
    answer = client.post(address, data)
    assert answer.status_code == 200
    html = BeautifulSoup(answer.content, "html.parser")
    return " ".join(one.get_text(" ", strip=True) for one in html.select(".error-message"))


def test_has_a_tab_for_each_concern_and_explains_each(staff, address):
    html = BeautifulSoup(staff.get(address).content, "html.parser")

    tabs = [tab.get_text(strip=True).removesuffix("()") for tab in html.select("[role=tab]")]  # "()": its errors
    assert tabs == ["Identité", "Guichet et horaires", "Menus et pied de page", "Alertes", "Territoire"]
    words = html.get_text()
    helps = ["se voit aussitôt", "au pied de chaque page", "plutôt que des adresses", "part de lui-même", "hors d’elle"]
    assert [help for help in helps if help not in words] == []


def test_keeps_what_staff_fill_in_and_shows_it_at_once(staff, address, root, rf):
    advice = page(root, "Se lancer")
    rows = {
        "opening_hours": [{"day": 0, "opens": "09:00", "closes": "12:00"}],
        "social_links": [{"network": "bluesky", "url": "https://bsky.example/toit"}],
        "menu_links": [{"place": "main", "page": advice.pk, "url": "", "label": "", "language": ""}],
        "alerts": [{"text": "Fermé.", "level": "info", "ends_on": "2999-01-01", "language": "", "page": ""}],
    }

    answer = staff.post(address, form(rows, name="Toit d’Autan", desk_phone="05 36 49 00 00", territory_code=TOULOUSE))

    assert answer.status_code == 302
    shop = shop_of(rf.get("/"))
    assert (shop.name, [item.label for item in shop.main_menu]) == ("Toit d’Autan", ["Se lancer"])
    assert shop.hours.startswith("le lundi")
    assert (shop.social[0].name, shop.alerts[0].text) == ("Bluesky", "Fermé.")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"territory_code": "12345"}, "Neuf chiffres, par exemple 243100518"),
        ({"territory_code": "999999999"}, "Aucune intercommunalité ne porte ce SIREN."),
        ({"desk_email": "a@b"}, "Saisissez une adresse"),
        ({"palette": "fluo"}, "Sélectionnez un choix valide"),
    ],
)
def test_explains_a_wrong_field_in_french(staff, address, fields, said):
    assert said in complaints(staff, address, form(**fields))


@pytest.mark.parametrize(
    ("kind", "line", "said"),
    [
        ("menu_links", {"place": "main", "url": "javascript:alert(1)", "label": "Clic"}, "commence par « / »"),
        ("menu_links", {"place": "main", "url": "", "label": "Rien"}, "une page ou une adresse"),
        ("menu_links", {"place": "main", "url": "/annuaire/", "label": ""}, "besoin d’un texte"),
        ("opening_hours", {"day": 0, "opens": "18:00", "closes": "09:00"}, "L’heure de fermeture vient après"),
        ("opening_hours", {"day": 0, "opens": "tôt", "closes": "09:00"}, "Saisissez une heure valide"),
        ("social_links", {"network": "x", "url": "javascript:alert(1)"}, "Saisissez une URL valide"),
        ("alerts", {"text": "Fermé", "level": "info", "ends_on": "31/02/2027"}, "Saisissez une date valide"),
    ],
)
def test_explains_a_wrong_row_in_french(staff, address, kind, line, said):
    assert said in complaints(staff, address, form({kind: [line]}))
    assert not SiteSettings.objects.filter(**{f"{kind}__isnull": False}).exists()


def test_keeps_banners_that_are_over_for_staff_to_use_again(staff, address, root):
    line = {"text": "Fermé.", "level": "info", "ends_on": "2020-01-01", "language": "", "page": ""}

    staff.post(address, form({"alerts": [line]}))

    assert AlertBanner.objects.get().text == "Fermé."
    assert not AlertBanner.objects.current().exists()
