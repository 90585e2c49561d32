"""Whatever is typed in a search of the back office, the answer is a list."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from accounts.models import User
from core.search_backend import plain
from home.models import HomePage, NewsPage
from tests.home import pages

WORDS = {
    "quote": '"', "inches": '5"', "unpaired": 'a "b', "paired": '"a b" c', "apostrophe": "'", "backslash": "\\",
    "star": "*", "parenthesis": "(", "operators": "a|b&!c:*", "near": "NEAR(", "blanks": "  \t\u00a0", "zero": "\u200b",
    "NUL": "a\x00b", "surrogate": "a\ud800b", "percent": "%FF %s %(a)s", "long": "a" * 100_000,
    "many": "mot " * 10_000, "script": "<script>alert(1)</script>", "sql": "' OR 1=1--", "filter": 'live:"',
}  # fmt: skip
SEARCHES = [
    "pages/search/", "pages/search/results/", "pages/{home}/", "pages/{home}/results/", "choose-page/search/",
    "images/", "images/results/", "images/chooser/", "images/chooser/results/", "documents/", "documents/results/",
    "documents/chooser/", "documents/chooser/results/", "actualites/results/", "evenements/results/",
    "ressources/results/", "retours-experience/results/", "snippets/{contents}/topic/results/",
    "snippets/choose/{contents}/topic/results/", "snippets/directory/professional/results/",
    "snippets/choose/directory/professional/results/", "snippets/directory/trade/results/",
    "snippets/choose/directory/trade/results/", "snippets/directory/qualificationdomain/results/",
    "snippets/directory/correctionrequest/results/", "snippets/directory/importrun/results/",
    "snippets/core/accessibilityaudit/results/", "redirects/results/", "users/", "groups/",
    "workflows/task_chooser/",
]  # fmt: skip


@pytest.fixture
def home(db: None) -> HomePage:
    return pages.home()


@pytest.fixture
def article(home: HomePage) -> NewsPage:
    return pages.news(pages.news_index(home), title="Une aide pour l’isolation")


@pytest.fixture
def manager(db: None) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("chef@example.test", "une phrase de passe"))
    return client


def found(manager: Client, words: str) -> str:
    return manager.get("/gestion/pages/search/results/", {"q": words}).content.decode()


@pytest.mark.parametrize("search", SEARCHES)
def test_a_search_answers_whatever_is_typed(manager: Client, article: NewsPage, search: str) -> None:
    address = "/gestion/" + search.format(home=article.get_parent().pk, contents="home")
    asked = {kind: urlencode({"q": words}, errors="surrogatepass") for kind, words in WORDS.items()}

    answers = {kind: manager.get(f"{address}?{query}") for kind, query in asked.items()}

    assert {kind: answer.status_code for kind, answer in answers.items() if answer.status_code != 200} == {}
    assert not [kind for kind, answer in answers.items() if b"<script>alert" in answer.content]


@pytest.mark.parametrize("words", ["isol", 'aide "isolation', '"pour l’isolation" aide', "isolation\u200b"])
def test_a_search_finds_a_page_by_the_words_around_a_quotation_mark(
    manager: Client, article: NewsPage, words: str
) -> None:
    assert article.title in found(manager, words)


def test_a_search_does_not_find_a_page_without_the_words(manager: Client, article: NewsPage) -> None:
    assert article.title not in found(manager, '"chauffage')


def test_a_search_without_a_word_finds_nothing(article: NewsPage) -> None:
    assert list(get_search_backend().search(' "" \x00', Page)) == []


def test_reads_the_first_words_only() -> None:
    assert plain("mot " * 30) == " ".join(["mot"] * 20)
