"""A resource and the list of them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client, RequestFactory

from core.models import SiteDocument
from home.models import HomePage, ResourceIndexPage, ResourcePage
from tests.home.samples import read, resource, resource_index, titles, topic, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home: HomePage) -> ResourceIndexPage:
    return resource_index(home)


def document(**values: str) -> SiteDocument:
    return SiteDocument.objects.create(
        title="Guide des aides 2026", file=ContentFile(b"%PDF-1.4" + b" " * 2048, name="guide.pdf"), **values
    )


def options(page: BeautifulSoup, name: str) -> list[str]:
    return [" ".join(option.get_text().split()) for option in page.select(f"select[name={name}] option")]


def test_narrows_by_kind_audience_and_topic(client: Client, index: ResourceIndexPage) -> None:
    aids = topic()
    resource(index, "Guide", aids, kind="guide", audience="bailleurs")
    resource(index, "Film", aids, kind="video", audience="bailleurs")
    resource(index, "Formulaire", kind="formulaire", audience="bailleurs")

    page = read(client, "/ressources/?nature=video&public=bailleurs&theme=aides")

    assert titles(page) == ["Film"]
    assert options(page, "nature") == ["Toutes les natures (2)", "Guide (1)", "Vidéo (1)"]
    assert options(page, "public") == ["Tous les publics (1)", "Propriétaires bailleurs (1)"]


def test_puts_first_what_was_last_checked(client: Client, index: ResourceIndexPage) -> None:
    resource(index, "Vieux", reviewed_on=date(2024, 1, 1))
    resource(index, "Récent", reviewed_on=date(2026, 1, 1))

    assert titles(read(client, "/ressources/")) == ["Récent", "Vieux"]


def test_offers_the_file_with_its_type_weight_and_language(client: Client, index: ResourceIndexPage) -> None:
    file = document(language="en")
    page = resource(index, document=file, link="")

    shown = read(client, page.get_url()).select_one(".details-file")

    text = shown.get_text().replace("\u00a0", " ")
    assert shown.a["href"] == file.url
    assert all(told in text for told in ("Télécharger", "PDF", "2,0 Kio", "Anglais")), text
    assert shown.select_one("[lang]")["lang"] == "en"


@pytest.mark.parametrize(("kind", "label"), [("video", "Regarder la vidéo"), ("lien", "Ouvrir le lien")])
def test_names_the_site_that_a_link_leads_to(client: Client, index: ResourceIndexPage, kind: str, label: str) -> None:
    page = resource(index, kind=kind, link="https://www.exemple.fr/film")

    shown = read(client, page.get_url()).select_one(".details-file")

    assert shown.a["href"] == "https://www.exemple.fr/film"
    assert words(shown, "a") == f"{label} (exemple.fr)"
    assert "sur le site exemple.fr" in shown.get_text()


def test_says_for_whom_it_is_and_when_it_was_checked(client: Client, index: ResourceIndexPage) -> None:
    page = resource(index, audience="locataires", reviewed_on=date(2026, 5, 4), for_coownerships=False)

    soup = read(client, page.get_url())

    told = {words(row, "dt"): words(row, "dd") for row in soup.select(".details > div")}
    assert told == {
        "Nature": "Guide",
        "Public": "Locataires",
        "Logement": "Maison individuelle",
        "Vérifié le": "4 mai 2026",
    }


def test_never_tells_readers_that_it_is_to_be_read_again(client: Client, index: ResourceIndexPage) -> None:
    page = resource(index, reviewed_on=date(2020, 5, 4))

    assert page.needs_review
    assert "relire" not in read(client, page.get_url()).main.get_text()


def test_has_an_address_of_its_own_beside_the_link(index: ResourceIndexPage) -> None:
    page = resource(index, link="https://exemple.fr/ailleurs")

    assert page.url == page.get_url() == f"/ressources/{page.slug}/"


@pytest.mark.parametrize(("values", "field"), [({"kind": "lien"}, "link"), ({"kind": "guide"}, "document")])
def test_refuses_an_empty_resource(values: dict[str, str], field: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        ResourcePage(title="Guide", **values).clean()

    assert list(refusal.value.message_dict) == [field]


def test_tells_search_engines_what_readers_see(client: Client, index: ResourceIndexPage) -> None:
    file = document()
    page = resource(index, "Guide", topic(), summary="Tout savoir.", document=file, link="", audience="bailleurs")
    address = page.get_url()

    (data,) = ResourcePage.objects.get(pk=page.pk).structured_data(RequestFactory().get(address))

    main = read(client, address).main
    assert (data["@type"], data["name"]) == ("CreativeWork", words(main, "h1"))
    assert data["description"] in main.get_text()
    assert data["audience"]["audienceType"].lower() in main.get_text().lower()
    assert data["dateModified"] == main.select_one("time")["datetime"]
    assert data["encoding"]["contentUrl"] == "http://testserver" + main.select_one(".details-file a")["href"]
    assert data["keywords"] == [tag.get_text() for tag in main.select("a.tag")]
