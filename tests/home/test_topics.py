"""Topics in the back office, and the menu of those who write."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from accounts.models import User
from home.models import HomePage, Topic
from tests.home.samples import event, event_index, news, news_index, resource, resource_index, topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chef@exemple.fr", "mot-de-passe"))
    return client


def address(name: str, *args: Any) -> str:
    return reverse(Topic.snippet_viewset.get_url_name(name), args=args)


def form(**values: Any) -> dict[str, Any]:
    return {
        "name": "Aides financières",
        "slug": "aides",
        "position": "1",
        "names-TOTAL_FORMS": "1",
        "names-INITIAL_FORMS": "0",
        "names-MIN_NUM_FORMS": "0",
        "names-MAX_NUM_FORMS": "1000",
        "names-0-language": "en",
        "names-0-name": "Grants",
        "names-0-id": "",
    } | values


def test_is_written_with_its_names_in_other_languages(staff: Client) -> None:
    staff.post(address("add"), form())

    made = Topic.objects.get(slug="aides")
    assert made.name == "Aides financières"
    assert [(name.language, name.name) for name in made.names.all()] == [("en", "Grants")]


def test_refuses_two_names_in_one_language(staff: Client) -> None:
    twice = {"names-TOTAL_FORMS": "2", "names-1-language": "en", "names-1-name": "Aid", "names-1-id": ""}

    answer = staff.post(address("add"), form(**twice))

    assert answer.status_code == 200
    assert "Aid" in answer.content.decode()
    assert not Topic.objects.exists()


@pytest.mark.parametrize("slug", ["", "Aides financières", "a/b", "é", "a" * 60, "<b>"])
def test_refuses_a_slug_that_is_no_address(staff: Client, slug: str) -> None:
    answer = staff.post(address("add"), form(slug=slug))

    assert answer.status_code == 200
    assert not Topic.objects.exists()


def test_keeps_its_slug_for_ever(staff: Client) -> None:
    made = topic()

    staff.post(address("edit", made.pk), form(name="Subventions", slug="autre"))

    made.refresh_from_db()
    assert (made.name, made.slug) == ("Subventions", "aides")


def test_says_how_many_pages_use_each(staff: Client, home: HomePage) -> None:
    aids = topic()
    index = news_index(home)
    news(index, "A", aids)
    news(index, "B", aids)
    resource(resource_index(home), "C", aids)

    soup = BeautifulSoup(staff.get(address("list")).content, "html.parser")

    cells = [" ".join(cell.get_text().split()) for cell in soup.select("table.listing tbody tr td")]
    assert cells[-1] == "3"


def test_is_kept_while_pages_use_it_and_says_which(staff: Client, home: HomePage) -> None:
    aids = topic()
    used = news(news_index(home), "Une aide de plus", aids)

    answer = staff.post(address("delete", aids.pk), follow=True)

    told = BeautifulSoup(answer.content, "html.parser")
    assert Topic.objects.filter(pk=aids.pk).exists()
    assert "« Aides financières » est gardé : 1 page l’utilise." in told.get_text()
    link = told.select_one(f"a[href='{reverse('wagtailadmin_pages:edit', args=[used.pk])}']")
    assert " ".join(link.get_text().split()) == "Modifier « Une aide de plus »"


def test_leaves_when_nothing_uses_it(staff: Client) -> None:
    aids = topic()

    staff.post(address("delete", aids.pk))

    assert not Topic.objects.filter(pk=aids.pk).exists()


def test_the_menu_leads_to_what_one_writes(staff: Client, home: HomePage) -> None:
    news(news_index(home), "Une aide de plus")
    event(event_index(home), "Permanence du mardi")
    resource(resource_index(home), "Guide des combles")

    for name, title in [
        ("actualites:index", "Une aide de plus"),
        ("evenements:index", "Permanence du mardi"),
        ("ressources:index", "Guide des combles"),
        ("retours-experience:index", ""),
    ]:
        answer = staff.get(reverse(name))
        assert answer.status_code == 200
        assert title in answer.content.decode()


def test_the_menu_gathers_the_lists_of_every_room(staff: Client) -> None:
    menu = staff.get(reverse("wagtailadmin_home")).content.decode()

    for name in ("actualites:index", "evenements:index", "ressources:index", "retours-experience:index"):
        assert reverse(name) in menu


def test_the_menu_spares_those_who_write_no_page(client: Client) -> None:
    keeper = User.objects.create_user("fiches@exemple.fr", "mot-de-passe")
    keeper.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(keeper)

    assert reverse("actualites:index") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_finds_pages_by_the_words_of_their_titles(staff: Client, home: HomePage) -> None:
    index = news_index(home)
    news(index, "Une aide pour les toits")
    news(index, "Une aide pour les murs")

    told = staff.get(f"{reverse('actualites:index')}?q=toits+aide").content.decode()

    assert "Une aide pour les toits" in told
    assert "Une aide pour les murs" not in told


@pytest.mark.parametrize("query", ["ordering=published_on", "ordering=-nulle-part", "q=%22", "p=abc", "q=%00"])
def test_lists_of_the_back_office_bear_any_address(staff: Client, home: HomePage, query: str) -> None:
    news(news_index(home))

    assert staff.get(f"{reverse('actualites:index')}?{query}").status_code in {200, 404}
