"""A site's first day, and the texts that it starts with."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site

from core import editorial
from core.models import SiteSettings
from home.models import AccessibilityPage, ContactPage, HomePage, NewsIndexPage, PrivacyPage
from home.starting import start_site, starting_texts

pytestmark = pytest.mark.django_db

ADDRESSES = ("actualites", "agenda", "ressources", "experiences", "contact", "mentions-legales", "donnees-personnelles",
             "accessibilite", "plan-du-site")  # fmt: skip


def start(name: str = "Chez nous", hostname: str = "renov.exemple.fr", port: int = 443) -> HomePage:
    return start_site(name=name, hostname=hostname, port=port)


def test_makes_the_home_page_the_root_of_the_site() -> None:
    home = start()

    site = Site.objects.get(is_default_site=True)
    assert (site.root_page_id, site.hostname, site.port, site.site_name) == (
        home.pk, "renov.exemple.fr", 443, "Chez nous",
    )  # fmt: skip
    assert SiteSettings.for_site(site).name == "Chez nous"
    assert home.live


def test_makes_rubrics_and_service_pages_in_order() -> None:
    home = start()

    assert tuple(home.get_children().live().order_by("path").values_list("slug", flat=True)) == ADDRESSES


def test_writes_them_in_english_too() -> None:
    start()

    english = Page.objects.filter(locale=Locale.objects.get(language_code="en"), alias_of=None, depth__gt=1)
    assert english.live().filter(title="Personal data").exists()
    assert english.live().count() == len(ADDRESSES) + 1


def test_every_starting_text_may_be_published() -> None:
    start()

    for model in (ContactPage, PrivacyPage, AccessibilityPage):
        for page in model.objects.all():
            assert page.summary
            assert editorial.page_problems(page) == []


def test_says_what_the_law_wants_said() -> None:
    start()

    accessibility = AccessibilityPage.objects.get(locale__language_code="fr")
    privacy = PrivacyPage.objects.get(locale__language_code="fr")
    assert "Défenseur des droits" in str(accessibility.body.get_prep_value())
    assert "CNIL" in str(privacy.body.get_prep_value())


def test_again_changes_nothing() -> None:
    start()
    before = list(Page.objects.order_by("pk").values())

    start()

    assert list(Page.objects.order_by("pk").values()) == before


def test_makes_what_was_deleted_and_leaves_what_was_edited() -> None:
    home = start()
    ContactPage.objects.get(locale__language_code="fr").delete()
    PrivacyPage.objects.filter(locale__language_code="fr").update(title="Vos données", slug="vos-donnees")

    start()

    assert home.get_children().filter(slug="contact").exists()
    assert list(PrivacyPage.objects.filter(locale__language_code="fr").values_list("title", flat=True)) == [
        "Vos données"
    ]


def test_a_second_territory_is_a_second_site() -> None:
    first = start()

    second = start("Ailleurs", "ailleurs.exemple.fr")

    assert first.pk != second.pk
    assert Site.objects.get(hostname="ailleurs.exemple.fr").root_page_id == second.pk
    assert Site.objects.get(is_default_site=True).root_page_id == first.pk
    assert NewsIndexPage.objects.filter(locale__language_code="fr").count() == 2


def test_removes_only_the_greeting_that_wagtail_brings() -> None:
    start()

    assert not Page.objects.filter(depth=2, content_type__model="page").exists()


def test_starts_by_a_command() -> None:
    out = StringIO()

    call_command("start_site", "Chez nous", "renov.exemple.fr", stdout=out)

    assert "Rénover son logement" in out.getvalue()
    assert Site.objects.get(is_default_site=True).port == 443


@pytest.mark.parametrize("words", [("", "renov.exemple.fr"), ("Nom", "https://renov.exemple.fr"), ("Nom", " ")])
def test_refuses_what_is_no_name_or_host(words: tuple[str, str]) -> None:
    with pytest.raises(CommandError, match="nom d’hôte"):
        call_command("start_site", *words)
    assert not HomePage.objects.exists()


def test_texts_are_in_their_order() -> None:
    assert tuple(starting_texts()) == ("", *ADDRESSES)
