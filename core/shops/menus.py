"""The menus of a shop: the rows its staff wrote, and sensible ones until they do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, get_page_models

from core.models import MenuLink
from core.shops.links import PageLinks, own_address, view_url
from core.shops.values import MenuItem

Place = MenuLink.Place
LEGAL_ROLES = ("site-map", "accessibility", "legal", "privacy")  # as the classes of the pages declare them


@dataclass
class Menus:
    """The menus of one site in one language. `mention` says how accessible the site is."""

    rows: list[MenuLink]
    links: PageLinks
    mention: str

    def read(self) -> None:
        """Read every page that the menus may lead to."""
        named = [row.page for row in self.rows if row.page]
        self.links.read([self.links.site.root_page, *named, *self.roles.values(), *self._children])

    @cached_property
    def main(self) -> tuple[MenuItem, ...]:
        """Give the main menu: without rows, plain views, then the children of the home page that are "in menus"."""
        if self._has(Place.MAIN):
            return self._written(Place.MAIN)
        views = [MenuItem(str(label), url) for name, label in settings.DEFAULT_MENU if (url := view_url(name))]
        return (*views, *_present(self.links.item(page) for page in self._children))

    @cached_property
    def footer(self) -> tuple[MenuItem, ...]:
        """Give the menu of the footer: nothing without rows."""
        return self._written(Place.FOOTER)

    @cached_property
    def legal(self) -> tuple[MenuItem, ...]:
        """Give the legal line: without rows, each page a site owes. The accessibility mention is never left out."""
        if self._has(Place.LEGAL):
            items = self._written(Place.LEGAL)
        else:
            items = tuple(_present(self.role(name) for name in LEGAL_ROLES))
        mention = self.accessibility
        said = tuple(mention if item.url == mention.url else item for item in items)
        return said if mention in said else (*said, mention)

    @cached_property
    def accessibility(self) -> MenuItem:
        """Give the mention, with the page that explains it (no address when there is none)."""
        page = self.role("accessibility")
        return replace(page, label=self.mention, lang="") if page else MenuItem(self.mention, "")

    def role(self, name: str) -> MenuItem | None:
        """Give the link to the page that plays this role, None until staff have made it."""
        page = self.roles.get(name)
        return self.links.item(page) if page else None

    @cached_property
    def roles(self) -> dict[str, Page]:
        """Give the child of the home page that plays each role (its class says `service_role = "contact"`)."""
        roles = {model: role for model in get_page_models() if (role := getattr(model, "service_role", ""))}
        types = {kind.pk: roles[model] for model, kind in ContentType.objects.get_for_models(*roles).items()}
        pages = Page.objects.child_of(self.links.site.root_page).filter(content_type__in=types).live()
        return {types[page.content_type_id]: page for page in pages}

    @cached_property
    def _children(self) -> list[Page]:
        if self._has(Place.MAIN):
            return []
        return list(Page.objects.child_of(self.links.site.root_page).live().in_menu())

    def _has(self, place: MenuLink.Place) -> bool:
        return any(row.place == place for row in self.rows)

    def _written(self, place: MenuLink.Place) -> tuple[MenuItem, ...]:
        rows = [row for row in self.rows if row.place == place and row.language in ("", self.links.language)]
        return tuple(_present(self._item(row) for row in rows))

    def _item(self, row: MenuLink) -> MenuItem | None:
        if row.page:
            return self.links.item(row.page, row.label)
        return MenuItem(row.label, own_address(row.url, self.links.language))


def _present(items: Iterable[MenuItem | None]) -> list[MenuItem]:
    return [item for item in items if item]
