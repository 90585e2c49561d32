"""The blocks that lead elsewhere or show what is new; and a page with every block."""

from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale, Site

from core.models import SiteSettings
from tests.core import sample_blocks as samples
from tests.core.shown import Show, words
from tests.home.advice_samples import advice
from tests.home.samples import experience, experience_index, news, news_index, read

pytestmark = pytest.mark.django_db


def test_lists_the_latest_news(show: Show, home: Any) -> None:
    index = news_index(home)
    news(index, "Une aide de plus")

    main = show(samples.news())

    assert main.select_one(".body h2").get_text() == "Quoi de neuf"
    assert "Une aide de plus" in main.select_one(".page-card h3").get_text()
    assert main.select_one(f".body a[href='{index.get_url()}']")


def test_says_so_when_there_is_no_news(show: Show) -> None:
    assert "Aucune actualité pour le moment." in show(samples.news()).get_text()


def test_shows_the_chosen_case_studies_in_their_order(show: Show, home: Any) -> None:
    index = experience_index(home)
    first, second = experience(index, "Les Tilleuls"), experience(index, "Les Ormes")

    cards = show(samples.cases(second, first)).select(".page-card h3 a")

    assert [card.find(string=True).strip() for card in cards] == ["Les Ormes", "Les Tilleuls"]


def test_leaves_out_a_case_study_that_was_withdrawn(show: Show, home: Any) -> None:
    study = experience(experience_index(home))
    study.unpublish()

    assert "Ils l’ont fait" not in show(samples.cases(study)).get_text()


def test_calls_to_one_action(show: Show) -> None:
    call = show(samples.call()).select_one(".call")

    assert call.h2.get_text() == "Préparez votre dossier"
    assert (call.select_one("a.button")["href"], words(call.select_one("a.button"))) == (
        "https://exemple.fr/guide",
        "Lire le guide",
    )


def test_calls_to_a_page_of_the_site_while_it_is_published(show: Show, home: Any) -> None:
    target = advice(home, "Le guide")
    link = {"label": "Lire le guide", "page": target.pk, "url": ""}

    assert show(samples.call(link=link)).select_one(".call a")["href"] == target.get_url()
    target.unpublish()
    assert show(samples.call(link=link)).select(".call a") == []


def test_leads_to_an_adviser_and_gives_the_telephone(show: Show) -> None:
    call = show(samples.appointment()).select_one(".call--adviser")

    assert words(call.select_one("a.button")) == "Prendre rendez-vous"
    assert call.select_one("a.phone")["href"] == "tel:0808800700"


def test_gives_the_desk_of_the_site_when_the_contact_is_left_blank(show: Show, home: Any) -> None:
    desk = {"desk_name": "Guichet de Toulouse", "desk_phone": "05 61 00 00 00", "desk_address": "1 rue X\nToulouse"}
    SiteSettings.objects.create(site=Site.objects.get(), **desk)

    contact = show(samples.contact()).select_one(".contact-block")

    assert contact.h2.get_text() == "Guichet de Toulouse"
    assert contact.select_one("a.phone")["href"] == "tel:0561000000"
    assert "1 rue X Toulouse" in words(contact)


def test_gives_another_desk_without_mixing_it_with_the_site_s_own(show: Show) -> None:
    contact = show(samples.contact(name="Maison de l’énergie", email="bonjour@exemple.fr")).select_one(".contact-block")

    assert contact.h2.get_text() == "Maison de l’énergie"
    assert [link["href"] for link in contact.select("a")] == ["mailto:bonjour@exemple.fr"]


def test_offers_the_directory_with_the_words_already_written(show: Show) -> None:
    form = show(samples.directory()).form

    assert form["action"] == "/annuaire/"
    assert form.select_one("[name=q]")["value"] == "isolation"
    assert form.select_one("[name=logement][checked]")["value"] == "maison"


def test_keeps_ids_and_names_unique_when_a_block_comes_twice(client: Client, home: Any) -> None:
    blocks = [*samples.every_block(samples.a_picture(), samples.a_document()), samples.directory(), samples.table()]
    home.body = samples.body(*blocks)
    home.save()

    page = read(client, home.get_url())

    ids = [tag["id"] for tag in page.select("[id]")]
    names = [form["aria-label"] for form in page.select("form[role=search]")]
    assert sorted(set(ids)) == sorted(ids)
    assert len(names) == 3
    assert len(set(names)) == 3
    for tag in page.select("[for], [aria-labelledby], [aria-describedby]"):
        for name in (tag.get("for") or tag.get("aria-labelledby") or tag.get("aria-describedby")).split():
            assert name in ids


def test_orders_headings_without_a_jump_whatever_the_block(show: Show, home: Any) -> None:
    study = experience(experience_index(home))
    news(news_index(home))

    main = show(*samples.every_block(samples.a_picture(), samples.a_document(), study))

    levels = [int(heading.name[1]) for heading in main.select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_calls_only_the_scripts_of_its_blocks(client: Client, home: Any) -> None:
    plain = read(client, advice(home, body=samples.body(samples.text())).get_url())
    rich = read(client, advice(home, body=samples.body(samples.video(), samples.directory())).get_url())

    def called(page: BeautifulSoup) -> str:
        return " ".join(tag["src"] for tag in page.select("script[src]"))

    assert not [name for name in ("video.js", "place-combobox.js") if name in called(plain)]
    assert "video.js" in called(rich)
    assert "place-combobox.js" in called(rich)


def test_reads_the_database_little_with_every_block(client: Client, home: Any, django_assert_max_num_queries) -> None:
    index = experience_index(home)
    studies = [experience(index, picture=samples.a_picture()) for _ in range(6)]
    latest = news_index(home)
    for _ in range(6):
        news(latest, picture=samples.a_picture())
    files = [samples.a_document() for _ in range(6)]
    blocks = [*samples.every_block(samples.a_picture(), files[0], *studies), samples.documents(*files)]
    page = advice(home, body=samples.body(*blocks), picture=samples.a_picture())
    client.get(page.get_url())  # makes the pictures
    client.get(page.get_url())  # reads the shop again, since there are new pictures

    with django_assert_max_num_queries(15):
        client.get(page.get_url())


def test_shows_case_studies_in_the_language_of_the_page(client: Client, home: Any) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    index = experience_index(home)
    study = experience(index, "Les Tilleuls")
    translated = study.copy_for_translation(english, copy_parents=True)
    translated.title = "The Lime Trees"
    translated.save_revision().publish()
    page = advice(home, body=samples.body(samples.cases(study)))
    mine = page.get_translation_or_none(english) or page.copy_for_translation(english, copy_parents=True)
    mine.alias_of = None
    mine.save_revision().publish()

    assert "The Lime Trees" in read(client, mine.get_url()).select_one("main .body").get_text()
