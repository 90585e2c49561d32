"""Each block of a page, as readers get it."""

import pytest
from django.test import Client

from core.videos import film, player_origins
from tests.core import sample_blocks as samples
from tests.core.shown import Show, words

pytestmark = pytest.mark.django_db


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
    video = show(samples.video()).select_one(".video")

    assert video.a["href"] == samples.FILM
    assert "tube.numerique.gouv.fr" in words(video.figcaption)
    assert words(video.details) == "Lire la transcription « Un chantier » Bonjour. Voici le chantier."


def test_frames_no_film_before_the_click(show: Show) -> None:
    main = show(samples.video())

    assert main.select("iframe, video") == []
    assert main.select_one("[data-video]")["data-player"].startswith("https://tube.numerique.gouv.fr/videos/embed/")


def test_only_links_to_a_film_whose_player_nobody_knows(show: Show) -> None:
    video = show(samples.video(url="https://www.youtube.com/@chaine")).select_one(".video")

    assert video.a["href"] == "https://www.youtube.com/@chaine"
    assert video.select("[data-player]") == []


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
