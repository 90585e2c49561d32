"""What a finding of the report is, and what finding one takes."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.models import ReferenceIndex


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: what it is, what is wrong, and the address of the screen where one mends it."""

    title: str
    problem: str
    edit_url: str


def of_page(page: Any, problem: str) -> Finding:
    """Say what is wrong with a page."""
    return Finding(page.title, problem, reverse("wagtailadmin_pages:edit", args=[page.pk]))


def references(model: type) -> QuerySet[Any]:
    """Give the places that lead to objects of a model."""
    rows: QuerySet[Any] = ReferenceIndex.objects.filter(to_content_type=content_type(model))
    return rows


def content_type(model: type) -> ContentType:
    """Give the content type of a model, from memory."""
    return ContentType.objects.get_for_model(model, for_concrete_model=False)


def concrete(base: type) -> list[Any]:
    """List the models that are of this kind."""
    return [model for model in apps.get_models() if issubclass(model, base)]
