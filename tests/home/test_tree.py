"""Which page may stand under which: nobody can build a broken tree."""

import pytest
from django.apps import apps
from wagtail.models import Page

from core.models import BasePage
from home.models import HomePage, NewsIndexPage, NewsPage
from tests.home.samples import news, news_index

pytestmark = pytest.mark.django_db
ONE_OF_A_KIND = {
    "NewsIndexPage", "EventIndexPage", "ResourceIndexPage", "ExperienceIndexPage", "ContactPage", "LegalNoticePage",
    "PrivacyPage", "AccessibilityPage", "SiteMapPage",
}  # fmt: skip
UNDER = {
    "Page": {"HomePage"},
    "HomePage": ONE_OF_A_KIND | {"StandardPage", "FaqPage", "GlossaryPage"},
    "StandardPage": {"StandardPage", "FaqPage", "GlossaryPage"},
    "NewsIndexPage": {"NewsPage"},
    "EventIndexPage": {"EventPage"},
    "ResourceIndexPage": {"ResourcePage"},
    "ExperienceIndexPage": {"ExperiencePage"},
}


def page_types() -> list[type[Page]]:
    ours = [model for model in apps.get_models() if issubclass(model, BasePage)]
    return [Page, *ours]


@pytest.mark.parametrize("parent", page_types(), ids=lambda model: model.__name__)
def test_each_page_holds_the_kinds_meant_for_it_and_no_other(parent: type[Page]) -> None:
    allowed = {model.__name__ for model in parent.allowed_subpage_models() if issubclass(model, BasePage)}

    assert allowed == UNDER.get(parent.__name__, set())


@pytest.mark.parametrize("kind", sorted(ONE_OF_A_KIND))
def test_a_rubrique_stands_once_under_a_home_page(home: HomePage, kind: str) -> None:
    model = next(model for model in page_types() if model.__name__ == kind)
    assert model.can_create_at(home)

    home.add_child(instance=model(title=kind, slug=kind.lower()))

    assert not model.can_create_at(home)


def test_a_page_is_moved_only_where_it_may_stand(home: HomePage) -> None:
    index = news_index(home)
    article = news(index)

    assert not article.can_move_to(home)
    assert not index.can_move_to(index)
    assert not NewsPage.can_create_at(article)
    assert not NewsIndexPage.can_create_at(Page.objects.get(depth=1))
