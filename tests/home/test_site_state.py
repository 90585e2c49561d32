"""The report "État du site"."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, ReferenceIndex

from accounts.roles import PUBLISHERS
from core.models import Picture
from home.reports import findings
from tests.accounts.people import member
from tests.home import pages

pytestmark = pytest.mark.django_db
REPORT = "/gestion/reports/etat-du-site/"


def titles(found):
    return [finding.title for finding in found]


def test_asks_to_read_again_what_was_read_a_year_ago():
    home = pages.home()
    pages.standard(home, "Ancienne", reviewed_on=localdate() - timedelta(days=370))
    pages.standard(home, "Plus ancienne", reviewed_on=date(2020, 2, 29))
    pages.standard(home, "Récente", reviewed_on=localdate() - timedelta(days=300))
    pages.standard(home, "Brouillon", reviewed_on=date(2020, 1, 1), live=False)

    assert titles(findings.to_review()) == ["Plus ancienne", "Ancienne"]


def test_lists_pictures_that_nobody_described_the_most_used_first():
    unused = Picture.objects.create(title="Inutile", file=get_test_image_file())
    used = Picture.objects.create(title="Utile", file=get_test_image_file())
    Picture.objects.create(title="Décrite", description="Une façade", file=get_test_image_file())
    ReferenceIndex.create_or_update_for_object(pages.standard(pages.home(), picture=used))

    found = findings.without_description()

    assert [(each.title, each.problem) for each in found] == [
        (used.title, "utilisée dans 1 page"),
        (unused.title, "utilisée nulle part"),
    ]


def test_lists_what_is_not_translated_for_each_language():
    english, _new = Locale.objects.get_or_create(language_code="en")
    home = pages.home()
    done = pages.standard(home, "Traduite")
    pages.standard(home, "À traduire")
    home.copy_for_translation(english).save_revision().publish()
    done.copy_for_translation(english).save_revision().publish()

    (found,) = findings.untranslated().values()

    assert titles(found) == ["À traduire"]


def test_shows_every_kind_even_when_all_is_well(client: Client):
    client.force_login(member(PUBLISHERS))

    page = client.get(REPORT).content.decode()

    assert page.count("Rien à signaler.") >= 3


def test_costs_the_same_queries_whatever_the_number_of_pages(client: Client, django_assert_max_num_queries):
    client.force_login(member(PUBLISHERS))
    home = pages.home()
    for number in range(30):
        pages.standard(home, f"Page {number}", reviewed_on=date(2020, 1, 1))
    client.get(REPORT)

    with django_assert_max_num_queries(52):
        client.get(REPORT)
