"""The back office of the contents: one menu, a list for each kind of page, and the topics that sort them."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.models import EventPage, NewsPage, ResourcePage, Topic
from home.topics import TopicForm

MENU_HOOK = "register_contents_menu_item"
PAGE_COLUMNS = IndexView.base_columns


def with_column(*columns: Column) -> list[Column]:
    """Give the usual columns of a list of pages, with more after the title."""
    title = next(place for place, each in enumerate(PAGE_COLUMNS) if each.name == "title")
    return [*PAGE_COLUMNS[: title + 1], *columns, *PAGE_COLUMNS[title + 1 :]]


class PagesMenuItem(MenuItem):
    """A link to a list of pages, for those who may write some."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether this person has pages to look after."""
        return user_has_any_page_permission(request.user)


class PageListing(PageListingViewSet):
    """A list of the pages of one kind, wherever they stand."""

    menu_item_class = PagesMenuItem


class NewsListing(PageListing):
    """The news."""

    model = NewsPage
    name = "actualites"
    icon = "doc-full"
    menu_label = _("Actualités")
    columns = with_column(DateColumn("published_on", label=_("Date"), sort_key="published_on"))


class EventListing(PageListing):
    """The events."""

    model = EventPage
    name = "evenements"
    icon = "date"
    menu_label = _("Agenda")
    columns = with_column(DateColumn("starts_at", label=_("Début"), sort_key="starts_at"))


class ResourceListing(PageListing):
    """The resources."""

    model = ResourcePage
    name = "ressources"
    icon = "download"
    menu_label = _("Ressources")
    columns = with_column(DateColumn("reviewed_on", label=_("Relue le"), sort_key="reviewed_on"))


class TopicViewSet(SnippetViewSet):
    """The topics of news and resources."""

    model = Topic
    icon = "tag"
    menu_label = _("Thèmes")
    copy_view_enabled = False
    list_display = [
        "name",
        "slug",
        "position",
        Column("uses", label=_("Pages"), accessor=lambda topic: topic.news_count + topic.resources_count),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel(
                "name", help_text=_("Court, comme un visiteur le dirait : « Aides financières », « Isolation ».")
            ),
            FieldPanel("slug"),
            FieldPanel("position", help_text=_("Les plus petits nombres viennent en premier dans les filtres.")),
            InlinePanel(
                "names",
                heading=_("Le nom dans les autres langues"),
                label=_("Nom"),
                panels=[FieldPanel("language"), FieldPanel("name")],
                help_text=_("Sans nom dans une langue, c’est celui du haut qui s’affiche."),
            ),
        ],
        base_form_class=TopicForm,
    )

    def get_queryset(self, request: Any) -> Any:
        """Count the pages of every topic at once."""
        return Topic.objects.labelled().annotate(
            news_count=Count("news", distinct=True), resources_count=Count("resources", distinct=True)
        )


class ContentsGroup(ViewSetGroup):
    """The menu "Contenus"."""

    items = (NewsListing, EventListing, ResourceListing, TopicViewSet)
    menu_label = _("Contenus")
    menu_icon = "doc-full"
    menu_name = "contenus"
    menu_order = 110

    def get_menu_item(self, order: int | None = None) -> SubmenuMenuItem:
        """Let other rooms add their own lists to the menu."""
        menu = Menu(items=self.get_submenu_items(), register_hook_name=MENU_HOOK)
        values = {"name": self.menu_name, "icon_name": self.menu_icon, "order": order or self.menu_order}
        return SubmenuMenuItem(self.menu_label, menu, **values)
