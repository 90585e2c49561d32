"""Pages are found as Wagtail finds them, restrictions included; links of texts follow what editors do."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from tests.core import sample_blocks as samples
from tests.home.advice_samples import advice
from tests.home.samples import read

pytestmark = pytest.mark.django_db


def test_a_deep_page_costs_no_more_than_a_shallow_one(client: Client, home: Any, django_assert_max_num_queries) -> None:
    page = home
    for depth in range(4):
        page = advice(page, f"Niveau {depth}")
    client.get(page.get_url())

    with django_assert_max_num_queries(6):
        assert client.get(page.get_url()).status_code == 200


def test_a_page_is_restricted_by_those_above_it_and_by_its_source(client: Client, home: Any) -> None:
    parent = advice(home, "Réservé")
    page = advice(parent, "Dessous")
    english, _new = Locale.objects.get_or_create(language_code="en")
    alias = page.get_translation_or_none(english) or page.copy_for_translation(english, copy_parents=True, alias=True)
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)

    assert client.get(page.get_url()).status_code == 302
    assert client.get(alias.get_url()).status_code == 302
    assert client.get(home.get_url()).status_code == 200


def test_drafts_and_unknown_addresses_are_not_found(client: Client, home: Any) -> None:
    parent = advice(home, "Conseils")
    page = advice(parent, "Combles")
    address = page.get_url()
    page.unpublish()

    assert client.get(address).status_code == 404
    assert client.get(f"{parent.get_url()}nulle-part/plus-loin/").status_code == 404
    assert client.get("/combles/").status_code == 404


def test_a_link_of_a_text_follows_its_page(client: Client, home: Any) -> None:
    target = advice(home, "Le guide")
    text = f'<p><a linktype="page" id="{target.pk}">lire</a> <a linktype="page" id="99999">perdu</a></p>'
    address = advice(home, body=samples.body(samples.text(text))).get_url()

    def links() -> list[str | None]:
        return [link.get("href") for link in read(client, address).select("main .body a")]

    assert links() == [target.get_url(), None]
    target.unpublish()
    assert links() == [None, None]
