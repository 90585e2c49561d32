from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks.text import SHORT_FEATURES
from core.models import ReviewedPage
from core.structured_data import Node, node
from home.cards import fetch_pictures
from home.questions import Answer, Letter, answers, letters
from home.under import pages_under

ADVICE_PARENTS = ["home.HomePage", "home.StandardPage"]


class StandardPage(ReviewedPage):
    """A page of advice, that may open on others."""

    parent_page_types = ADVICE_PARENTS
    subpage_types = ["home.StandardPage", "home.FaqPage", "home.GlossaryPage"]

    class Meta:
        verbose_name = _("page de conseil")
        verbose_name_plural = _("pages de conseil")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages under this one that readers may open, in the order of the tree."""
        opened = pages_under(self)
        fetch_pictures([self, *opened])  # before the head needs the page's own: one query for all
        return super().get_context(request, *args, **kwargs) | {"opened_pages": opened}


class QuestionBlock(StructBlock):
    """A question and its answer."""

    question = CharBlock(label=_("question"), max_length=200)
    answer = RichTextBlock(label=_("réponse"), features=SHORT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")


class QuestionsBlock(StreamBlock):
    """Questions, in the order of the page."""

    question = QuestionBlock()


class FaqPage(ReviewedPage):
    """Questions that people ask, and their answers."""

    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"), blank=True)

    content_panels = [
        *ReviewedPage.intro_content_panels,
        FieldPanel("questions"),
        FieldPanel("body"),
        *ReviewedPage.review_panels,
    ]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("questions")]
    parent_page_types = ADVICE_PARENTS
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("foire aux questions")
        verbose_name_plural = _("foires aux questions")

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Give the questions with their answers, each with its anchor."""
        return answers(self.questions)

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Describe the page as a `FAQPage`, which is a kind of `WebPage`."""
        questions = [
            {
                "@type": "Question",
                "name": answer.question,
                "acceptedAnswer": {"@type": "Answer", "text": answer.words},
            }
            for answer in self.answers
        ]
        return [node("FAQPage", self, request, lastReviewed=self.reviewed_on, mainEntity=questions)]


class TermBlock(StructBlock):
    """A word and what it means."""

    term = CharBlock(label=_("mot"), max_length=80)
    definition = RichTextBlock(label=_("définition"), features=["bold", "italic", "link"])

    class Meta:
        icon = "title"
        label = _("Mot")


class TermsBlock(StreamBlock):
    """Words, in any order: the page sorts them."""

    term = TermBlock()


class GlossaryPage(ReviewedPage):
    """The words of renovation in plain language."""

    terms = StreamField(TermsBlock(), verbose_name=_("mots"), blank=True)

    content_panels = [
        *ReviewedPage.intro_content_panels,
        FieldPanel("terms"),
        FieldPanel("body"),
        *ReviewedPage.review_panels,
    ]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("terms")]
    parent_page_types = ADVICE_PARENTS
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("glossaire")
        verbose_name_plural = _("glossaires")

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """Give the words under their letters."""
        return letters(self.terms)

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Describe the page, then its words as a `DefinedTermSet`."""
        terms = [
            {"@type": "DefinedTerm", "name": entry.term, "description": entry.words}
            for letter in self.letters
            for entry in letter.entries
        ]
        return [*super().structured_data(request), node("DefinedTermSet", self, request, hasDefinedTerm=terms)]
