"""What makes the index follow: every save and deletion in the directory, and what imports tell of their own."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver

from directory.models import Professional, ProfessionalTrade, Qualification, QualificationDomain, ServiceArea, Trade
from directory.signals import professionals_changed
from search import index


@receiver(professionals_changed)
def _professionals_changed(ids: list[int] | None, **kwargs: Any) -> None:
    index.changed(ids)


@receiver([post_save, post_delete], sender=Professional)
def _professional_changed(instance: Professional, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        index.changed([_id(instance)])


@receiver([post_save, post_delete], sender=ProfessionalTrade)
@receiver([post_save, post_delete], sender=ServiceArea)
@receiver([post_save, post_delete], sender=Qualification)
def _part_changed(instance: Any, raw: bool = False, origin: Any = None, **kwargs: Any) -> None:
    if not raw and not _goes_whole(origin):
        index.changed([instance.professional_id])


@receiver(m2m_changed, sender=QualificationDomain.trades.through)
def _domain_changed(instance: Model, action: str, reverse: bool, pk_set: set[int] | None, **kwargs: Any) -> None:
    if action in ("post_add", "post_remove"):
        index.changed(_qualified(pk_set if reverse else [instance.pk]))
    elif action == "pre_clear" and reverse:
        instance._cleared_domains = list(instance.qualification_domains.values_list("pk", flat=True))  # type: ignore[attr-defined]
    elif action == "post_clear":
        index.changed(_qualified(getattr(instance, "_cleared_domains", []) if reverse else [instance.pk]))


@receiver(pre_delete, sender=Trade)
def _trade_goes(instance: Any, **kwargs: Any) -> None:
    instance._cleared_domains = list(instance.qualification_domains.values_list("pk", flat=True))


@receiver(post_delete, sender=Trade)
def _trade_went(instance: Any, **kwargs: Any) -> None:
    index.changed(_qualified(instance._cleared_domains))


def _qualified(domains: Any) -> list[int]:
    rows = Qualification.objects.filter(domain__in=domains or []).order_by()
    return list(rows.values_list("professional_id", flat=True).distinct())


def _goes_whole(origin: Any) -> bool:
    """Tell whether the firm itself is being deleted: then its parts need not be followed."""
    return isinstance(origin, Professional) or getattr(origin, "model", None) is Professional


def _id(instance: Model) -> int:
    return int(instance.pk)
