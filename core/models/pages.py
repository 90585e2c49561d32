"""What every page of the site has in common. Each room's pages build on these."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from csp.constants import SELF
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import classproperty
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.blocks.media import pictures_of
from core.languages import language_of
from core.page_forms import CheckedPageForm
from core.pictures.queries import fetch_renditions
from core.reviews import due_on, last_due
from core.structured_data import Node, node

HOUSING = {"maison": "for_houses", "copropriete": "for_coownerships"}  # as the addresses name them


class BasePage(Page):
    """A page: a title, a summary, a picture, and whom it concerns."""

    summary = models.TextField(
        _("résumé"), blank=True, max_length=400,
        help_text=_("Deux phrases simples. Affiché sous le titre, dans les listes et les moteurs de recherche."),
    )  # fmt: skip
    picture = models.ForeignKey(
        "core.Picture", verbose_name=_("image"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    share_picture = models.ForeignKey(
        "core.Picture", verbose_name=_("image de partage"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+", help_text=_("Pour les réseaux sociaux. Vide : l’image de la page."),
    )  # fmt: skip
    short_title = models.CharField(
        _("titre court"), max_length=40, blank=True, help_text=_("Pour les menus et le fil d’Ariane. Vide : le titre.")
    )
    for_houses = models.BooleanField(_("concerne les maisons"), default=True)
    for_coownerships = models.BooleanField(_("concerne les copropriétés"), default=True)

    kept_fields: ClassVar[tuple[str, ...]] = ("slug",)  # the same in every language, unless a translator changes them
    read_with: ClassVar[tuple[str, ...]] = ("picture", "share_picture")  # what the page needs as soon as it is served
    base_form_class = CheckedPageForm
    intro_panels: list[Panel] = [
        FieldPanel("summary"),
        FieldPanel("picture", help_text=_("En haut de la page, et dans les listes qui la montrent.")),
    ]
    housing_panel = MultiFieldPanel(
        [FieldRowPanel([FieldPanel("for_houses"), FieldPanel("for_coownerships")])], heading=_("Pour quel logement ?")
    )
    content_panels = [*Page.content_panels, *intro_panels]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("slug", "seo_title", "search_description", "share_picture")],
            heading=_("Moteurs de recherche et réseaux sociaux"),
        ),
        MultiFieldPanel([FieldPanel("short_title"), FieldPanel("show_in_menus")], heading=_("Menus")),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    @classproperty
    def override_translatable_fields(cls) -> list[SynchronizedField]:  # noqa: N805 (of the class)
        """List what wagtail-localize must copy as it is: it would forget the topics, and have addresses translated."""
        ties = [field.name for field in cls._meta.local_many_to_many if field.editable]
        return [SynchronizedField(name) for name in (*cls.kept_fields, *ties)]

    @classmethod
    def own_problems(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Give what else keeps a page of this type from being published: a field, and the reason."""
        yield from ()

    def problems_of_lines(self) -> Iterator[str]:
        """Give what keeps the page from being published in the lines that it holds beside its fields."""
        yield from ()

    def copy_for_translation(
        self, locale: Locale, copy_parents: bool = False, alias: bool = False, exclude_fields: Any = None
    ) -> Page:
        """Make this page's version in a language, or give the alias that is there already."""
        there = self.get_translation_or_none(locale) if alias else None
        return there or super().copy_for_translation(locale, copy_parents, alias, exclude_fields)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Give what the sitemap says of the page: nothing where it shows another page's text."""
        return [] if self.is_untranslated else super().get_sitemap_urls(request)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Give what restricts the page and those above it, an alias by its source: one query once it is routed."""
        above: list[Page] | None = self.__dict__.get("_above")  # see `core.routing`
        if above is None:
            return super().get_view_restrictions()
        return PageViewRestriction.objects.filter(page__in={_source(page).pk for page in (*above, self)})

    @property
    def menu_title(self) -> str:
        """Give the title that menus and the breadcrumb show."""
        return self.short_title or self.title

    @property
    def housing(self) -> str | None:
        """Give the one kind of housing that the page concerns ("maison", "copropriete"), None when both or neither."""
        if self.for_houses == self.for_coownerships:
            return None
        return "maison" if self.for_houses else "copropriete"

    @property
    def is_untranslated(self) -> bool:
        """Tell whether the page stands in for one that nobody translated yet: it shows that one's text."""
        return self.alias_of_id is not None and self.alias_of.locale_id != self.locale_id

    @property
    def content_language(self) -> str:
        """Give the code of the language that the text is really written in: "fr" on an untranslated English page."""
        return language_of(self.alias_of.locale_id if self.alias_of_id else self.locale_id)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Let the editor of pages show the preview in a frame, and check it there; nobody else frames a page."""
        response = super().serve_preview(request, mode_name)
        response._csp_replace = {"frame-ancestors": [SELF]}  # what django-csp's own decorator of views sets
        return response

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Say what the page is to search engines; the way to it is added by `core.structured_data.all_of`."""
        return [node("WebPage", self, request)]


def _source(page: Any) -> Any:
    return _source(page.alias_of) if page.alias_of_id else page


class BodyPage(BasePage):
    """A page whose text is made of blocks."""

    body = StreamField(BodyBlock(), verbose_name=_("contenu"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Bring the sizes of the page's pictures at once: each would ask for its own."""
        fetch_renditions([self.picture, *pictures_of(self.body)])
        return super().get_context(request, *args, **kwargs)


class ReviewedPage(BodyPage):
    """A page of advice: true on a day, to be read again a year later."""

    reviewed_on = models.DateField(
        _("relue le"), default=localdate, help_text=_("Le jour où vous avez vérifié que tout est encore vrai.")
    )

    intro_content_panels = BasePage.content_panels
    review_panels = [BasePage.housing_panel, FieldPanel("reviewed_on")]
    content_panels = [*BodyPage.content_panels, *review_panels]

    class Meta:
        abstract = True

    @classmethod
    def to_review(cls) -> Any:
        """Give the published pages of this type that are to be read again; another page's text is not."""
        return cls.objects.live().filter(alias_of=None, reviewed_on__lte=last_due(localdate()))

    @property
    def needs_review(self) -> bool:
        """Tell whether staff are asked to read the page again; a draft may have lost its date."""
        return self.reviewed_on is not None and due_on(self.reviewed_on) <= localdate()

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Say also when the page was read again."""
        return [node("WebPage", self, request, lastReviewed=self.reviewed_on)]
