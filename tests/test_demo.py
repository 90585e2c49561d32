"""The demonstration: complete, repeatable, marked as fiction, and never on a real site."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Site

from accounts.models import User
from directory.models import ImportRun, Professional, Trade
from directory.validators import validate_siret
from home.models import HomePage

pytestmark = pytest.mark.django_db


def load(command: str = "load_demo_directory") -> str:
    """Load one part of the demonstration; the pages have a module of their own (test_demo_site.py)."""
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_shows_fictitious_professionals_of_both_lists() -> None:
    load()

    firms = Professional.objects.all()
    assert firms.count() > 250
    assert all(firm.fictitious and "(fictif)" in firm.name for firm in firms)
    assert firms.filter(source_records__source="charte").count() > 55
    assert firms.filter(source_records__source="rge").filter(charter_signed_on__isnull=False).count() > 10


@pytest.mark.parametrize("slug", ["architecte", "moe", "amo", "dtg", "bureau-etudes", "chauffage", "ite"])
def test_has_several_firms_of_every_trade_people_ask_for(slug: str) -> None:
    load()

    assert Trade.objects.get(slug=slug).professionals.distinct().count() >= 2


def test_has_areas_of_every_kind() -> None:
    load()

    kinds = set(Professional.objects.values_list("service_areas__kind", flat=True))
    assert kinds == {"commune", "epci", "departement", "region", "france", "rayon"}


def test_numbers_and_addresses_are_those_kept_for_fiction() -> None:
    load()

    for firm in Professional.objects.all():
        assert firm.phone.startswith(("05 36 49", "06 39 98"))
        assert firm.email.endswith(".example")
        if firm.siret:
            validate_siret(firm.siret)


def test_refuses_nothing_of_its_own_lists() -> None:
    load()

    assert [(run.rows_refused, run.warnings) for run in ImportRun.objects.all()] == [(0, 0), (0, 0)]


def test_second_time_changes_nothing() -> None:
    load()
    before = list(Professional.objects.order_by("pk").values())

    load()

    assert list(Professional.objects.order_by("pk").values()) == before
    assert ImportRun.objects.count() == 2


def test_loads_every_part_and_makes_the_home_page_the_root_of_the_site() -> None:
    load("load_demo")

    assert Professional.objects.exists()
    site = Site.objects.get(is_default_site=True)
    assert isinstance(site.root_page.specific, HomePage)
    assert (site.hostname, site.port, site.root_page.locale.language_code) == ("localhost", 8000, "fr")
    assert Locale.objects.filter(language_code="en").exists()


def test_prints_how_to_sign_in_and_the_password_works() -> None:
    said = load("load_demo_account")

    assert "admin@exemple.fr" in said
    assert User.objects.get(email="admin@exemple.fr").check_password("renovation-demo")
    assert "renovation-demo" in said


def test_leaves_real_records_alone() -> None:
    Professional.objects.create(name="Une vraie entreprise")

    said = load()

    assert Professional.objects.count() == 1
    assert "vraies fiches" in said


@pytest.mark.parametrize("command", ["load_demo", "load_demo_account", "load_demo_pages", "load_demo_directory"])
def test_is_refused_in_production(settings, command: str) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError, match="production"):
        call_command(command)
    assert not User.objects.exists()
    assert not Professional.objects.exists()
