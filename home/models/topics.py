from typing import Any, Self

from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel

from core.languages import languages
from core.widgets import TickBoxes

topics_panel = FieldPanel(
    "topics", widget=TickBoxes, help_text=_("Ils rangent la page dans les filtres de la rubrique.")
)


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics, as one asks for them."""

    def labelled(self) -> Self:
        """Fetch with each topic its name in the language of the moment."""
        names = TopicName.objects.filter(topic=models.OuterRef("pk"), language=get_language())
        return self.annotate(name_now=Coalesce(models.Subquery(names.values("name")), "name"))


class Topic(ClusterableModel):
    """What news and resources speak of. One row for all languages, so that no translation waits for another."""

    slug = models.SlugField(_("identifiant dans les adresses"), max_length=40, unique=True)
    name = models.CharField(_("nom"), max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(_("rang"), default=0)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("thème")
        verbose_name_plural = _("thèmes")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Give the name in the language of the moment, else as it was first written."""
        if name := getattr(self, "name_now", ""):  # fetched with the topic, see `labelled`
            return str(name)
        language = get_language()
        return next((each.name for each in self.names.all() if each.language == language), self.name)


class Topical:
    """What pages that have topics share."""

    @cached_property
    def labelled_topics(self) -> list[Topic]:
        """List the page's topics, with their names in the language of the moment: one query, none in lists of cards."""
        page: Any = self
        prefetch_related_objects([page], Prefetch("topics", queryset=Topic.objects.labelled()))
        return list(page.topics.all())


class TopicName(models.Model):
    """A topic's name in another language."""

    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("langue"), max_length=10, choices=languages)
    name = models.CharField(_("nom"), max_length=60)

    class Meta:
        verbose_name = _("nom dans une autre langue")
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language"],
                name="topic_one_name_a_language",
                violation_error_message=_("Ce thème a déjà un nom dans cette langue."),
            )
        ]

    def __str__(self) -> str:
        return self.name
