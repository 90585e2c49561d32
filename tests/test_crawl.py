"""The whole site of the demonstration, as a search engine walks over it: what its pages owe one another."""

from collections import Counter
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest

from tests import nu_checker, told
from tests.crawl import SITE, Answer, Crawl, ask, crawl, here, sitemap

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
# A form that is sent back needs a cookie of its own against forgery; it is shown on request, and linked "nofollow".
FORMS = "/signaler/"


@pytest.fixture(scope="module")
def walk(site: str) -> Crawl:
    return crawl(site)


@pytest.fixture(scope="module")
def mapped(site: str) -> list[str]:
    return sitemap(site)


@pytest.fixture(scope="module")
def indexable(walk: Crawl) -> list[Answer]:
    return [page for page in walk.pages if page.is_indexable]


def languages_of(page: Answer) -> dict[str, str]:
    """Give the address of the page in each language that it names."""
    links = page.html.select("link[rel=alternate][hreflang]")
    return {link["hreflang"]: here(link["href"]) for link in links}


# -- links


def test_every_link_leads_somewhere(walk: Crawl) -> None:
    lost = [(one.address, walk.origins[one.address], one.status) for one in walk.answers.values() if one.status != 200]

    assert [each for each in lost if each[2] not in (301, 302)] == []  # where a redirection leads is asked for too
    assert len(walk.pages) > 200


def test_every_link_into_a_page_leads_to_a_part_that_is_there(walk: Crawl) -> None:
    lost = []
    for page in walk.pages:
        for address, part in map(urldefrag, page.links):
            there = walk.answers.get(address)
            if part and there and there.is_page and not there.html.find(id=part):
                lost.append((page.address, f"{address}#{part}"))

    assert lost == []


def test_every_kind_of_page_is_reached(walk: Crawl) -> None:
    sections = Counter(urlsplit(page.address).path.split("/")[1] for page in walk.pages)

    assert set(sections) >= {"", "en", "annuaire", "actualites", "agenda", "ressources", "experiences", "conseils"}
    assert any(FORMS in page.address for page in walk.pages)
    assert any(address.startswith("/documents/") for address in walk.answers)
    assert any(address.endswith((".rss", ".ics")) for address in walk.answers)


# -- the map for search engines


def test_every_page_of_the_map_is_reached_by_links(walk: Crawl, mapped: list[str]) -> None:
    assert len(mapped) > 60
    assert [address for address in mapped if address not in walk.answers] == []


def test_the_map_holds_only_pages_that_may_be_kept(walk: Crawl, mapped: list[str]) -> None:
    assert [each for each in mapped if each in walk.answers and not walk.answers[each].is_indexable] == []
    assert [address for address, times in Counter(mapped).items() if times > 1] == []


def test_the_map_holds_every_page_that_may_be_kept(indexable: list[Answer], mapped: list[str]) -> None:
    whole = [page.address for page in indexable if "?" not in page.address]  # not the filtered lists

    assert [address for address in whole if address not in mapped] == []


# -- languages


def test_a_page_that_names_its_translations_names_itself_and_the_one_for_everybody_else(
    indexable: list[Answer],
) -> None:
    named = {page.address: languages_of(page) for page in indexable if languages_of(page)}

    assert len(named) > 20
    assert [address for address, links in named.items() if address not in links.values()] == []
    assert [address for address, links in named.items() if links.get("x-default") != links["fr"]] == []


def test_translations_name_one_another(walk: Crawl) -> None:
    for page in walk.pages:
        for other in languages_of(page).values():
            assert languages_of(walk.answers[other]) == languages_of(page), (page.address, other)


def test_a_page_of_the_map_in_two_languages_says_so(walk: Crawl, mapped: list[str]) -> None:
    twice = [address for address in mapped if address.startswith("/en/") and address.removeprefix("/en") in mapped]

    assert len(twice) > 5
    assert [address for address in twice if not languages_of(walk.answers[address])] == []


def test_every_page_says_its_language(walk: Crawl) -> None:
    said = {page.address: page.html.html["lang"] for page in walk.pages if page.html.html}

    assert {each: lang for each, lang in said.items() if lang != ("en" if each.startswith("/en/") else "fr")} == {}
    assert len(said) == len(walk.pages)


# -- what each page says of itself


def test_every_page_has_one_title_of_its_text(walk: Crawl) -> None:
    assert [page.address for page in walk.pages if len(page.html.select("h1")) != 1] == []


def test_no_two_pages_of_a_language_have_the_same_title(walk: Crawl) -> None:
    ours = [page for page in walk.pages if page.canonical in ("", page.address)]
    titles = Counter((page.html.html["lang"], page.html.title.get_text(strip=True)) for page in ours)

    assert {title: times for title, times in titles.items() if times > 1} == {}


def test_every_page_has_one_description(walk: Crawl) -> None:
    said = {page.address: [tag["content"] for tag in page.html.select("meta[name=description]")] for page in walk.pages}

    assert {address: words for address, words in said.items() if len(words) != 1 or len(words[0]) < 20} == {}


def test_every_page_that_may_be_kept_has_one_address(walk: Crawl) -> None:
    kept = [page for page in walk.pages if "noindex" not in str(page.html.select("meta[name=robots]"))]

    assert [page.address for page in kept if len(page.html.select("link[rel=canonical]")) != 1] == []
    assert [page.address for page in kept if page.canonical not in walk.answers] == []


def test_search_engines_are_told_nothing_that_readers_do_not_see(walk: Crawl) -> None:
    found = {page.address: unseen for page in walk.pages if (unseen := told.unseen(page.body))}

    assert found == {}
    assert sum(bool(told.nodes(page.html)) for page in walk.pages) > 100


# -- calm


def test_nobody_who_reads_receives_a_cookie(walk: Crawl) -> None:
    given = [one.address for one in walk.answers.values() if one.all("Set-Cookie")]

    assert [address for address in given if not address.endswith(FORMS)] == []


def test_no_page_loads_anything_from_another_site(walk: Crawl) -> None:
    loaded = {(page.address, asset) for page in walk.pages for asset in page.assets}

    assert {(page, asset) for page, asset in loaded if not asset.startswith((f"{SITE}/", "data:"))} == set()
    assert len({asset for _page, asset in loaded}) > 20


# -- HTML


def test_everything_is_valid_for_the_nu_checker(walk: Crawl, site: str, tmp_path: Path) -> None:
    try:
        jar = nu_checker.ready()
    except nu_checker.NoChecker as missing:
        pytest.skip(f"No Nu HTML checker: {missing}.")
    with closing(HTTPConnection(urlsplit(site).netloc, timeout=30)) as connection:
        lost = ask(connection, "/nulle-part/")
    for number, page in enumerate([*walk.pages, lost]):
        name = page.address.strip("/").translate(str.maketrans("/?&=", "----"))
        (tmp_path / f"{number:03}-{name[:80]}.html").write_bytes(page.body)

    drawings = (ROOT / "static" / "images").glob("*.svg")
    found = nu_checker.complaints(jar, tmp_path, ROOT / "static" / "css", *drawings)

    assert found == []
