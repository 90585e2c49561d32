"""The frame of every public page, whoever draws it: name, colours, menus, desk."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from core.models import Picture
from core.shops import shop_of
from core.templatetags.shop import appointment_url
from home.models import ContactPage
from tests.core.shop_samples import english, home, link, page, settings_of
from tests.directory.page_samples import firm

pytestmark = pytest.mark.django_db
DRAWN_BY_DJANGO_AND_JINJA = ["/", "/annuaire/"]


@pytest.fixture
def root(settings):
    settings.PAGE_CACHE_SECONDS = 0
    return home()


def read(client: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def public_paths() -> list[str]:
    sheet = firm().get_absolute_url()
    return ["/", "/annuaire/", "/annuaire/?q=zzzz&lieu=31000", sheet, f"{sheet}signaler/", "/nulle-part/"]


def test_no_public_page_keeps_the_former_name_of_the_site(client, root, settings):
    settings.WAGTAIL_SITE_NAME, settings.TERRITORY_NAME = "Ancien Nom", "Ancien Territoire"
    settings_of(root, name="Toit d’Autan", territory_name="Val d’Autan", operator="Ville d’Autan")

    pages = {path: client.get(path).content.decode() for path in public_paths()}

    assert [path for path, text in pages.items() if "Ancien" in text] == []
    titles = {path: re.search(r"<title>(.*?)</title>", text, re.S)[1] for path, text in pages.items()}
    assert [path for path, title in titles.items() if not title.endswith("— Toit d’Autan")] == []
    assert [path for path, text in pages.items() if "Val d’Autan" not in text] == []


def test_the_back_office_bears_the_name_of_the_site(client, root, django_user_model):
    settings_of(root, name="Toit d’Autan")
    client.force_login(django_user_model.objects.create_superuser("chef@example.test", "une phrase de passe"))

    admin = read(client, "/gestion/")

    assert admin.title.get_text().strip().endswith("Toit d’Autan")
    assert "Toit d’Autan" in admin.h1.get_text()
    assert read(Client(), "/gestion/login/").title.get_text().strip().endswith("Toit d’Autan")


@pytest.mark.parametrize("path", DRAWN_BY_DJANGO_AND_JINJA)
def test_wears_the_palette_of_the_site(client, root, path):
    assert read(client, path).html["data-palette"] == "brique"

    settings_of(root, palette="garonne")

    assert read(client, path).html["data-palette"] == "garonne"


@pytest.mark.parametrize("path", DRAWN_BY_DJANGO_AND_JINJA)
def test_shows_a_change_of_menu_at_the_next_request(client, root, path):
    assert "Nos services" not in read(client, path).select_one(".site-nav").get_text()

    link(settings_of(root), url="/annuaire/", label="Nos services")

    assert read(client, path).select_one(".site-nav").get_text(" ", strip=True) == "Nos services"


def test_says_where_one_is(root):
    section = page(root, "Se lancer", show_in_menus=True)
    page(section, "Première étape")

    def current(path: str) -> list[tuple[str, str]]:
        html = render_to_string("base.html", request=RequestFactory().get(path))
        links = BeautifulSoup(html, "html.parser").select(".site-nav a[aria-current]")
        return [(link["href"], link["aria-current"]) for link in links]

    assert current("/") == []
    assert current("/annuaire/") == [("/annuaire/", "page")]
    assert current(firm().get_absolute_url()) == [("/annuaire/", "true")]
    assert current("/se-lancer/") == [("/se-lancer/", "page")]
    assert current("/se-lancer/premiere-etape/") == [("/se-lancer/", "true")]


def test_the_home_page_is_no_section_of_every_other(client, root):
    link(settings_of(root), page=root, label="Accueil")

    assert read(client, "/").select_one(".site-nav a")["aria-current"] == "page"
    assert not read(client, "/annuaire/").select_one(".site-nav a").has_attr("aria-current")


@pytest.mark.parametrize("path", DRAWN_BY_DJANGO_AND_JINJA)
def test_shows_at_its_foot_how_to_reach_the_desk(client, root, path):
    settings_of(root, desk_name="Maison de l’habitat", desk_phone="05 36 49 00 00", desk_email="guichet@example.test")

    foot = read(client, path).footer

    assert foot.h2.get_text() == "Maison de l’habitat"
    assert foot.select_one("a[href='tel:0536490000']")
    assert foot.select_one("a[href='mailto:guichet@example.test']")


@pytest.mark.parametrize("path", DRAWN_BY_DJANGO_AND_JINJA)
def test_what_staff_write_is_never_run(client, root, path):
    row = settings_of(root, name="{{ 7*7 }} {% if %} <b>{#", tagline="{")
    link(row, url="/annuaire/", label="{{ shop }}<i>")

    html = read(client, path)

    assert html.select_one(".brand__name").get_text() == "{{ 7*7 }} {% if %} <b>{#"
    assert html.select_one(".brand__place").get_text() == "{"
    assert html.select_one(".site-nav a").get_text() == "{{ shop }}<i>"


@pytest.mark.parametrize("path", DRAWN_BY_DJANGO_AND_JINJA)
def test_reads_nothing_of_the_shop_but_the_generation_once_it_is_known(
    client, root, path, django_assert_max_num_queries
):
    client.get(path)

    with django_assert_max_num_queries(12) as queries:
        client.get(path)

    assert not [query for query in queries if re.search(r'FROM "core_(?!generation)', query["sql"])]


def test_an_english_page_leads_home_in_english_once_that_home_is_published(client, root):
    assert read(client, "/en/annuaire/").select_one(".brand")["href"] == "/"

    english(root, "Renovate")

    assert read(client, "/en/annuaire/").select_one(".brand")["href"] == "/en/"


def test_a_logo_replaces_the_mark(client, root):
    file = get_test_image_file(filename="logo.png", size=(600, 200))
    logo = Picture.objects.create(title="Logo", description="Toit", file=file)
    settings_of(root, logo=logo)

    image = read(client, "/annuaire/").select_one(".brand img")

    assert (image["width"], image["height"], image["alt"]) == ("192", "64", "")
    logo.file.storage.delete(logo.file.name)
    logo.renditions.all().delete()
    logo.save()
    assert read(client, "/annuaire/").select_one(".brand svg")


def test_an_appointment_is_asked_at_the_foot_of_the_page_until_there_is_a_better_place(root):
    def address() -> str:
        return appointment_url({"request": (request := RequestFactory().get("/")), "shop": shop_of(request)})

    assert address() == "#guichet"

    root.add_child(instance=ContactPage(title="Nous écrire", slug="nous-ecrire"))

    assert address() == "/nous-ecrire/"


def test_structured_data_of_a_sheet_still_parses(client, root):
    script = read(client, firm().get_absolute_url()).select_one("script[type='application/ld+json']")

    assert json.loads(script.string)["@type"] == "LocalBusiness"


def test_a_broken_page_still_bears_the_name_of_its_site(root, monkeypatch):
    settings_of(root, name="Toit d’Autan", palette="foret")
    client = Client(raise_request_exception=False)
    client.get("/annuaire/")
    monkeypatch.setattr("directory.views.querystring.read", lambda *arguments: 1 / 0)

    response = client.get(reverse("directory:index"))

    assert response.status_code == 500
    assert "— Toit d’Autan</title>" in response.content.decode()


def test_an_expired_form_still_bears_the_name_of_the_site(root):
    settings_of(root, name="Toit d’Autan")
    client = Client(enforce_csrf_checks=True)
    client.get("/annuaire/")

    assert "Toit d’Autan" in client.post("/gestion/login/", {"username": "x"}).content.decode()
