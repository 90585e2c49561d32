"""When the other trees follow: at each publication, withdrawal, move, deletion, whoever does it."""

from functools import partial
from typing import Any

from django.apps import AppConfig
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.models import Translation, TranslationLog

from core.languages import default_language, language_of
from core.translations import following, mirror


@receiver(post_migrate)
def _languages_may_have_changed(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make the locales and aliases of the setting at each `migrate`: adding a language is one setting."""
    if sender.name != "core":
        return
    executor = MigrationExecutor(connections[using])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return  # only a part of the tables is there
    mirror.make_locales()
    mirror.mirror_everything()


@receiver(page_published)
def _a_page_was_published(instance: Page, alias: bool = False, **kwargs: Any) -> None:
    if following.is_source(instance) and not alias:
        mirror.mirror(instance)
        following.rename(instance)
        following.stand_in_for_drafts(instance)
    elif not alias:
        following.publish_own_text(instance)


@receiver(page_unpublished)
def _a_page_was_withdrawn(instance: Page, **kwargs: Any) -> None:
    if following.is_source(instance):
        following.withdraw(instance)
    elif following.being_translated(instance):
        following.stand_in(Page.objects.get(pk=instance.pk))


@receiver(post_page_move)
def _a_page_was_moved(instance: Page, **kwargs: Any) -> None:
    if following.is_source(instance):
        following.place(instance)


@receiver(pre_delete)
def _a_page_will_be_deleted(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    if sender is Page:
        following.delete_aliases(instance)


@receiver(post_delete)
def _a_page_was_deleted(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Put an alias back where only the translation was deleted."""
    if sender is Page and language_of(instance.locale_id) != default_language():
        transaction.on_commit(partial(_mirror_source, instance.translation_key), robust=True)


def _mirror_source(translation_key: Any) -> None:
    source = Page.objects.filter(translation_key=translation_key, locale__language_code=default_language()).first()
    if source and following.is_source(source):
        mirror.mirror(source.specific)


@receiver(post_save, sender=TranslationLog)
def _a_translation_was_saved(instance: TranslationLog, **kwargs: Any) -> None:
    """Keep the alias in the readers' sight: only its publication changes what they see."""
    page = instance.revision.content_object if instance.revision else None
    if isinstance(page, Page):
        following.stand_in(Page.objects.get(pk=page.pk))


@receiver(post_save, sender=Translation)
def _a_translation_was_stopped(instance: Translation, created: bool, **kwargs: Any) -> None:
    page = (
        None
        if created
        else Page.objects.filter(translation_key=instance.source.object_id, locale_id=instance.target_locale_id).first()
    )
    if page is None:
        return
    if not instance.enabled:
        following.release(page)
    elif not page.live:
        following.stand_in(page)
