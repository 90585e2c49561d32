"""The shop behind a request: what it says, where that comes from, and how seldom it is read."""

from datetime import time

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from core.models import AccessibilityAudit, Generation, MenuLink, SocialLink
from core.shops import Shop, known_shop, settled_shop, shop_of
from core.shops.hours import for_schema, in_words, periods
from home.models import AccessibilityPage, LegalNoticePage, PrivacyPage, SiteMapPage
from tests.core.shop_samples import NINE, NOON, SIX, TOULOUSE, TWO, english, home, hours, link, page, settings_of

pytestmark = pytest.mark.django_db


def shop(path: str = "/") -> Shop:
    return shop_of(RequestFactory().get(path))


def labels(items) -> list[str]:
    return [item.label for item in items]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# -- where it comes from


def test_says_what_the_installation_says_until_staff_say_otherwise(settings):
    settings.WAGTAIL_SITE_NAME, settings.TERRITORY_NAME, settings.SITE_OPERATOR = "Rénov’", "le Lauragais", "l’ADIL"

    said = shop()

    assert (said.name, said.territory_name, said.operator) == ("Rénov’", "le Lauragais", "l’ADIL")
    assert (said.territory_code, said.palette, said.logo) == (TOULOUSE, "brique", None)
    assert (said.desk_name, said.phone, said.phone_url) == ("France Rénov’", "0 808 800 700", "tel:0808800700")
    assert plain(said.hours) == "du lundi au vendredi, de 9 h à 18 h"


def test_says_what_staff_wrote():
    row = settings_of(home(), name="Toit d’Autan", desk_phone="05 36 49 00 00", palette="foret")
    SocialLink.objects.create(shop=row, network="mastodon", url="https://social.example/@toit")

    said = shop()

    assert (said.name, said.palette, said.desk_name) == ("Toit d’Autan", "foret", "Toit d’Autan")
    assert said.phone_url == "tel:0536490000"
    assert [(one.name, one.network) for one in said.social] == [("Mastodon", "mastodon")]


def test_never_gives_the_hours_of_another_telephone():
    settings_of(home(), desk_phone="05 36 49 00 00")

    assert shop().hours == ""


# -- how seldom it is read


def test_reads_nothing_but_the_generation_once_it_is_known(django_assert_num_queries):
    home()
    shop()

    with django_assert_num_queries(1):
        shop()


def test_reads_a_full_shop_in_few_queries(django_assert_max_num_queries):
    root = home()
    row = settings_of(root, name="Toit d’Autan")
    for number in range(10):
        link(row, page=page(root, f"Page {number}"))

    with django_assert_max_num_queries(22):
        shop()


def test_reads_the_generation_once_for_all_the_parts_of_a_page(django_assert_num_queries):
    shop()
    request = RequestFactory().get("/")

    with django_assert_num_queries(1):
        assert shop_of(request) is shop_of(request)


@pytest.mark.parametrize(
    "change",
    [
        lambda row: settings_of(row.site.root_page, name="Autre nom"),
        lambda row: hours(row, range(1), (NINE, NOON)),
        lambda row: link(row, url="/annuaire/", label="Annuaire"),
        lambda row: SocialLink.objects.create(shop=row, network="x", url="https://x.example/"),
        lambda row: MenuLink.objects.filter(shop=row).delete(),
        lambda row: AccessibilityAudit.objects.create(site=row.site, done_on="2026-01-01", auditor="Z", percent=60),
        lambda row: PageViewRestriction.objects.create(page=row.site.root_page, restriction_type="login"),
    ],
)
def test_every_change_starts_a_new_generation(change):
    row = settings_of(home(), desk_phone="05 36 49 00 00")
    link(row, url="/annuaire/", label="Chercher")
    before = Generation.current()

    change(row)

    assert Generation.current() > before


def test_shows_a_change_at_the_next_request():
    root = home()
    assert shop().name != "Toit d’Autan"

    settings_of(root, name="Toit d’Autan")

    assert shop().name == "Toit d’Autan"


def test_keeps_the_name_it_knew_when_the_database_is_silent(django_assert_num_queries):
    settings_of(home(), name="Toit d’Autan")
    assert known_shop() is None
    shop()

    with django_assert_num_queries(0):
        assert settled_shop().name == "Toit d’Autan"


# -- hours


def test_writes_hours_as_a_phrase_in_each_language():
    row = settings_of(home(), desk_phone="05 36 49 00 00")
    hours(row, range(5), (NINE, NOON), (TWO, SIX))
    hours(row, range(5, 6), (time(9, 30), NOON))

    said = plain(shop().hours)
    with override("en"):
        in_english = plain(shop().hours)

    assert said == "du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h ; le samedi, de 9 h 30 à 12 h"
    assert in_english == "Monday to Friday, 9 am to 12 pm and 2 pm to 6 pm; Saturday, 9:30 am to 12 pm"


def test_writes_hours_for_search_engines():
    row = settings_of(home(), desk_phone="05 36 49 00 00")
    hours(row, range(5), (NINE, NOON), (TWO, SIX))

    assert shop().opening_hours == ("Mo-Fr 09:00-12:00", "Mo-Fr 14:00-18:00")


@pytest.mark.parametrize(
    ("rows", "phrase"),
    [
        ([], ""),
        ([(0, NINE, NOON), (2, NINE, NOON)], "le lundi, de 9 h à 12 h ; le mercredi, de 9 h à 12 h"),
        ([(0, NINE, NOON), (1, NINE, SIX)], "le lundi, de 9 h à 12 h ; le mardi, de 9 h à 18 h"),
        ([(0, TWO, SIX), (0, NINE, TWO), (1, NINE, SIX)], "du lundi au mardi, de 9 h à 18 h"),
    ],
)
def test_groups_only_days_in_a_row_with_the_same_hours(rows, phrase):
    assert plain(in_words(periods(rows))) == phrase


def test_says_no_hours_to_search_engines_when_there_are_none():
    assert for_schema(periods([])) == ()


# -- menus


def test_composes_a_menu_until_staff_write_one():
    root = home()
    page(root, "Se lancer", show_in_menus=True)
    page(root, "Discrète", show_in_menus=False)
    for kind in (SiteMapPage, LegalNoticePage, PrivacyPage):
        root.add_child(instance=kind(title=str(kind._meta.verbose_name)))

    assert labels(shop().main_menu) == ["Annuaire", "Se lancer"]
    assert labels(shop().legal_menu)[:3] == ["plan du site", "mentions légales", "page Données personnelles"]


def test_names_pages_by_their_short_title_and_in_the_order_of_the_rows():
    root = home()
    row = settings_of(root)
    link(row, page=page(root, "Comment financer ses travaux", short_title="Financer"), sort_order=2)
    link(row, url="/annuaire/", label="Annuaire", sort_order=1)

    assert labels(shop().main_menu) == ["Annuaire", "Financer"]


def test_follows_the_language_of_the_reader():
    root = home()
    row = settings_of(root)
    advice, untold = page(root, "Se lancer"), page(root, "Agenda")
    english(advice, "Get started")
    link(row, page=advice)
    link(row, page=untold)
    link(row, url="/annuaire/?q=dtg", label="Audits", language="en")
    link(row, url="/annuaire/", label="Annuaire", language="fr")

    french = [(item.label, item.url, item.lang) for item in shop().main_menu]
    with override("en"):
        in_english = [(item.label, item.url, item.lang) for item in shop().main_menu]

    assert french == [
        ("Se lancer", "/se-lancer/", ""),
        ("Agenda", "/agenda/", ""),
        ("Annuaire", "/annuaire/", ""),
    ]
    assert in_english == [
        ("Get started", "/en/se-lancer/", ""),
        ("Agenda", "/agenda/", "fr"),
        ("Audits", "/en/annuaire/?q=dtg", ""),
    ]


def test_says_the_language_of_an_untranslated_copy():
    root = home()
    english(root, "Renovate")
    advice = page(root, "Se lancer")
    advice.copy_for_translation(root.get_translations().get().locale, alias=True)
    link(settings_of(root), page=advice)

    with override("en"):
        (item,) = shop().main_menu

    assert (item.label, item.lang) == ("Se lancer", "fr")


def test_a_page_that_is_taken_down_leaves_the_menu():
    root = home()
    advice = page(root, "Se lancer")
    link(settings_of(root), page=advice)
    assert labels(shop().main_menu) == ["Se lancer"]

    advice.unpublish()

    assert labels(shop().main_menu) == []


def test_a_private_page_is_not_named_in_the_menu():
    root = home()
    advice = page(root, "Réservé")
    link(settings_of(root), page=advice)

    PageViewRestriction.objects.create(page=advice, restriction_type="login")

    assert labels(shop().main_menu) == []


# -- accessibility


@pytest.mark.parametrize(
    ("done", "percent", "words"),
    [
        ("2026-01-10", 100, "Accessibilité : totalement conforme"),
        ("2026-01-10", 72, "Accessibilité : partiellement conforme"),
        ("2026-01-10", 40, "Accessibilité : non conforme"),
        ("2020-01-10", 100, "Accessibilité : non conforme"),
    ],
)
def test_claims_no_more_accessibility_than_the_latest_audit_in_force(time_machine, done, percent, words):
    time_machine.move_to("2026-11-24 12:00")
    row = settings_of(home())
    AccessibilityAudit.objects.create(site=row.site, done_on=done, auditor="Cabinet", percent=percent)

    assert shop().accessibility.label == words
    assert words in labels(shop().legal_menu)


def test_says_the_accessibility_once_even_when_staff_write_the_legal_line():
    root = home()
    row = settings_of(root)
    said = root.add_child(instance=AccessibilityPage(title="Accessibilité"))
    link(row, "legal", page=said, label="Accessibilité")
    link(row, "legal", url="/annuaire/", label="Annuaire")

    assert labels(shop().legal_menu) == ["Accessibilité : non conforme", "Annuaire"]
