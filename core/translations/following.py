"""What befalls a page befalls its counterparts: aliases follow in everything, translations in place and in absence."""

from typing import Any

from django.db.models import Q
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from core.languages import default_language, language_of
from core.models import BasePage, Generation


def is_source(page: Page) -> bool:
    """Tell whether a page is one that others follow: ours, in the source language."""
    ours = issubclass(page.specific_class or Page, BasePage)
    return ours and language_of(page.locale_id) == default_language()


def counterparts(page: Page) -> list[Page]:
    """List the page's versions in other languages, translated or not."""
    found: Any = Page.objects.filter(translation_key=page.translation_key).exclude(locale_id=page.locale_id)
    return list(found)


def source_of(page: Page) -> Page | None:
    """Give the page of the source language that this one translates."""
    found = Page.objects.filter(translation_key=page.translation_key, locale__language_code=default_language())
    return found.exclude(pk=page.pk).first()


def stand_in(page: Page) -> None:
    """Show the source's text at a page whose translation is being written, as its alias did.

    Where the translation was published, or where the source itself is not, nothing changes.
    """
    source = source_of(page)
    if source is None or page.alias_of_id or shows_its_own_text(page):
        return
    Page.objects.filter(pk=page.pk).update(alias_of=source, live=source.live)
    if source.live:
        source.specific.update_aliases()


def shows_its_own_text(page: Page) -> bool:
    """Tell whether a page is live with a text of its own: an alias keeps the mark of its source's revision."""
    return page.live and Revision.objects.filter(pk=page.live_revision_id, object_id=str(page.pk)).exists()


def being_translated(page: Page) -> Translation | None:
    """Give the translation that is under way for a page, None when there is none."""
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()


def stand_in_for_drafts(source: Page) -> None:
    """Show the source's text at those of its translations that are under way and not published."""
    for page in counterparts(source):
        if not page.live and being_translated(page):
            stand_in(page)


def release(page: Page) -> None:
    """Make an ordinary draft of an alias whose translation goes on without segments."""
    Page.objects.filter(pk=page.pk, alias_of__isnull=False).update(alias_of=None, live=False)
    Generation.bump()


def publish_own_text(page: Page) -> None:
    """Let a page go its own way: its translation was published."""
    if Page.objects.filter(pk=page.pk, alias_of__isnull=False).update(alias_of=None):
        Generation.bump()  # again: someone may have read the page between its publication and this line


def place(source: Page) -> None:
    """Put the counterparts of a page where it now stands: under the same parent, after the same neighbour."""
    parent, neighbour = source.get_parent(), source.get_prev_sibling()
    if parent.is_root():
        return  # the front doors of all languages and sites stand side by side, in any order
    for page in counterparts(source):
        home, after = _version(parent, page.locale_id), _version(neighbour, page.locale_id)
        if home:
            _move(page, home, after if after and after.is_child_of(home) else None)


def _move(page: Page, parent: Page, after: Page | None) -> None:
    """Move a page unless it is there already."""
    before = page.get_prev_sibling()
    if page.is_child_of(parent) and (before and before.pk) == (after and after.pk):
        return
    if after:
        page.move(after, pos="right")
    else:
        page.move(parent, pos="first-child")


def _version(page: Page | None, locale_id: int) -> Page | None:
    """Give a page's version in a locale."""
    if page is None:
        return None
    return Page.objects.filter(translation_key=page.translation_key, locale_id=locale_id).first()


def rename(source: Page) -> None:
    """Give the aliases of a page its new address."""
    for alias in source.aliases.exclude(locale_id=source.locale_id).exclude(slug=source.slug).filter(depth__gt=2):
        alias = alias.specific
        alias.slug = find_available_slug(alias.get_parent(), source.slug, ignore_page_id=alias.pk)
        alias.save(clean=False)


def delete_aliases(source: Page) -> None:
    """Delete the aliases of a page: Wagtail would leave them as pages that nobody follows."""
    for alias in Page.objects.filter(Q(alias_of=source) & ~Q(locale_id=source.locale_id)):
        alias.specific.delete()


def withdraw(source: Page) -> None:
    """Unpublish the translations of a page that was unpublished."""
    for page in counterparts(source):
        if page.live:
            page.specific.unpublish()
