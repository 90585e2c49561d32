"""Each block of a page, as readers get it."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.models import Locale, Site

from core.models import SiteSettings
from core.videos import film, player_origins
from tests.core import sample_blocks as samples
from tests.home.advice_samples import advice
from tests.home.samples import experience, experience_index, home_page, news, news_index, read

pytestmark = pytest.mark.django_db
Show = Callable[..., Tag]


@pytest.fixture
def home(settings) -> Any:
    settings.PAGE_CACHE_SECONDS = 0
    home = home_page()
    Site.objects.get().save()  # Wagtail keeps the roots of sites until one is saved
    return home


@pytest.fixture
def show(client: Client, home: Any) -> Show:
    """Publish a page with these blocks; give its main part."""

    def _show(*blocks: dict[str, Any]) -> Tag:
        return read(client, advice(home, body=samples.body(*blocks)).get_url()).main

    return _show


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def test_writes_rich_text_with_its_headings_and_links(show: Show) -> None:
    main = show(samples.text())

    assert [heading.name for heading in main.select(".prose :is(h2, h3)")] == ["h2", "h3"]
    assert main.select_one(".prose a")["href"] == "https://exemple.fr/aides"


def test_tells_who_said_a_quote(show: Show) -> None:
    quote = show(samples.quote()).select_one("figure.quote")

    assert words(quote.blockquote) == "On a gagné 5 °C."
    assert words(quote.figcaption) == "Nadia , copropriétaire"


def test_numbers_the_steps_in_a_list_under_their_title(show: Show) -> None:
    main = show(samples.steps())

    assert main.select_one(".body h2").get_text() == "Comment faire"
    assert [title.get_text() for title in main.select("ol.steps > li > h3")] == ["Appeler", "Voter"]


def test_raises_the_titles_of_the_parts_when_the_block_has_none(show: Show) -> None:
    main = show(samples.steps(title=""), samples.accordion(title=""))

    assert [heading.get_text() for heading in main.select("h2")] == ["Appeler", "Voter", "Et les locataires ?"]
    assert main.select("h3") == []


def test_folds_texts_in_native_details(show: Show) -> None:
    fold = show(samples.accordion()).details

    assert fold.summary.h3.get_text() == "Et les locataires ?"
    assert not fold.has_attr("open")
    assert "Ils sont prévenus." in fold.get_text()


def test_heads_the_columns_and_the_rows_of_a_table(show: Show) -> None:
    table = show(samples.table()).table

    assert [head.get_text() for head in table.select("thead th[scope=col]")] == ["Étiquette", "kWhEP/m²/an"]
    assert [head.get_text() for head in table.select("tbody th[scope=row]")] == ["A", "B"]
    assert [cell.get_text() for cell in table.select("td")] == ["moins de 70", "moins de 110"]


def test_leaves_rows_without_heads_when_the_editor_says_so(show: Show) -> None:
    assert show(samples.table(row_headers=False)).select("tbody th") == []


def test_scrolls_each_table_in_a_region_of_its_own_name(show: Show) -> None:
    main = show(samples.table(), samples.table())

    regions = main.select("[role=region][tabindex='0']")
    names = [region["aria-labelledby"] for region in regions]
    assert len(set(names)) == 2
    assert [main.find(id=name).name for name in names] == ["caption", "caption"]


def test_gives_each_number_its_unit_source_and_date(show: Show) -> None:
    figure = show(samples.figures()).select_one(".key-figure")

    assert words(figure) == "43 % d’énergie en moins Source : Observatoire, 1er novembre 2026"
    assert figure.time["datetime"] == "2026-11-01"


def test_describes_a_picture_with_its_own_words_by_default(show: Show) -> None:
    figure = show(samples.picture(samples.a_picture())).select_one("figure.figure")

    assert figure.img["alt"] == "Une façade de briques"
    assert words(figure.figcaption) == "La façade Crédit : Ville"
    assert figure.img["width"].isdigit()


def test_describes_a_picture_as_the_editor_does_in_this_page(show: Show) -> None:
    main = show(samples.picture(samples.a_picture(), alt="La façade isolée"))

    assert main.img["alt"] == "La façade isolée"


def test_leaves_a_decorative_picture_without_words(show: Show) -> None:
    assert show(samples.picture(samples.a_picture(), decorative=True)).img["alt"] == ""


def test_links_to_a_film_and_says_which_site_shows_it(show: Show) -> None:
    video = show(samples.video()).select_one("figure.video")

    assert video.a["href"] == samples.FILM
    assert "tube.numerique.gouv.fr" in words(video.figcaption)
    assert words(video.details) == "Lire la transcription « Un chantier » Bonjour. Voici le chantier."


def test_frames_no_film_before_the_click(show: Show) -> None:
    main = show(samples.video())

    assert main.select("iframe, video") == []
    assert main.select_one("[data-video]")["data-player"].startswith("https://tube.numerique.gouv.fr/videos/embed/")


def test_only_links_to_a_film_whose_player_nobody_knows(show: Show) -> None:
    video = show(samples.video(url="https://www.youtube.com/@chaine")).select_one("figure.video")

    assert video.a["href"] == "https://www.youtube.com/@chaine"
    assert not video.has_attr("data-player")


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=abc_DEF-123", "https://www.youtube-nocookie.com/embed/abc_DEF-123?rel=0"),
        ("https://www.youtube.com/watch?t=3&v=abc_DEF-123", "https://www.youtube-nocookie.com/embed/abc_DEF-123?rel=0"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://www.dailymotion.com/video/x8abc", "https://geo.dailymotion.com/player.html?video=x8abc"),
        ("https://tube.exemple.fr/videos/watch/1-2", "https://tube.exemple.fr/videos/embed/1-2"),
        ('https://www.youtube.com/watch?v="><script>', ""),
        ("https://vimeo.com/", ""),
        ("pas une adresse", ""),
    ],
)
def test_finds_the_player_of_a_film(address: str, player: str) -> None:
    assert film(address).player == player


def test_frames_the_players_of_the_sites_allowed_and_no_other(show: Show, client: Client, settings) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]

    (frames,) = [part.split()[1:] for part in policy.split(";") if part.split()[:1] == ["frame-src"]]
    assert set(frames) == set(player_origins(settings.VIDEO_HOSTS))
    assert "https://www.youtube-nocookie.com" in frames


def test_says_what_a_document_is_before_one_downloads_it(show: Show) -> None:
    document = samples.a_document(language="en", title="Grants guide")

    link = show(samples.documents(document)).select_one(".file a")

    assert words(link) == "Grants guide (PDF, 2 Ko, 12 pages, anglais)"
    assert (link["hreflang"], link.span["lang"]) == ("en", "en")


def test_leaves_out_what_nobody_knows_of_a_document(show: Show) -> None:
    link = show(samples.documents(samples.a_document(pages=None))).select_one(".file a")

    assert "page" not in link.get_text()


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


def test_calls_only_the_style_sheets_and_scripts_of_its_blocks(client: Client, home: Any) -> None:
    plain = read(client, advice(home, body=samples.body(samples.text())).get_url())
    rich = read(client, advice(home, body=samples.body(samples.video(), samples.directory())).get_url())

    def called(page: BeautifulSoup) -> str:
        tags = page.select("link[rel=stylesheet], script[src]")
        return " ".join(tag.get("href") or tag["src"] for tag in tags)

    assert "body.css" in called(plain)
    assert not [name for name in ("video.js", "place-combobox.js", "search-form.css") if name in called(plain)]
    assert "video.js" in called(rich)
    assert "place-combobox.js" in called(rich)
    assert "search-form.css" in called(rich)


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

    with django_assert_max_num_queries(21):
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
