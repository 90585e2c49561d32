"""Pages made of texts: those that are there already stay as they are."""

from dataclasses import replace
from typing import Any

from django.apps import apps
from django.conf import settings
from wagtail.models import Locale, Page

from home.models import HomePage
from home.texts.fields import late_fields, plain_fields
from home.texts.files import PageText
from home.texts.library import Library


def write_pages(*, home: HomePage, texts: dict[str, PageText], library: Library) -> Library:
    """Make, under a home page, the pages that are missing, in each language that their texts know.

    Texts come parents first. Give the library with every page in it.
    """
    library = replace(library, pages={"": home})
    made = [text for path, text in texts.items() if path and _add(text, library)]
    _fill_home(home, texts.get(""), library)
    for text in made:
        _publish(library.pages[text.path].specific, late_fields(_model(text), text.fields, library, text.path))
    for text in [*([texts[""]] if "" in texts else []), *made]:
        _translate(text, library)
    return library


def _model(text: PageText) -> Any:
    return apps.get_model(text.model)


def _add(text: PageText, library: Library) -> bool:
    """Put an unpublished page in its place and in the library; tell whether it was missing."""
    parent, model = library.pages[text.parent or ""], _model(text)
    alike = Page.objects.child_of(parent).filter(slug=text.slug) | Page.objects.child_of(parent).type(
        model if model.max_count_per_parent else ()
    )
    if there := alike.order_by("path").first():
        library.pages[text.path] = there
        return False
    fields = plain_fields(model, text.fields, library)
    page = model(slug=text.slug, live=False, locale_id=parent.locale_id, **fields)
    library.pages[text.path] = parent.add_child(instance=page)
    return True


def _publish(page: Any, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.full_clean()
    page.save_revision(clean=False).publish(skip_permission_checks=True)


def _fill_home(home: HomePage, text: PageText | None, library: Library) -> None:
    """Write in the home page what nobody wrote yet."""
    if text is None:
        return
    wanted = plain_fields(HomePage, text.fields, library) | late_fields(HomePage, text.fields, library, "accueil")
    missing = {name: value for name, value in wanted.items() if not getattr(home, name)}
    if missing or not home.live:
        _publish(home, missing)


def _translate(text: PageText, library: Library) -> None:
    """Publish the page's versions in other languages, in the place of what stood in for them."""
    for code, values in text.versions.items():
        locale = Locale.objects.filter(language_code=code).first()
        if locale is None or code not in dict(settings.LANGUAGES):
            continue
        version = _version(library.pages[text.path].specific, locale)
        if version is not None:
            names = library.in_language(locale)
            fields = plain_fields(_model(text), values, names)
            _publish(version, fields | late_fields(_model(text), values, names, f"{code}/{text.path}"))


def _version(page: Any, locale: Locale) -> Any:
    """Give the page to write in: new, or the alias that showed the French text; None when someone wrote one."""
    there = page.get_translation_or_none(locale)
    if there is None:
        return page.copy_for_translation(locale, copy_parents=True)
    if there.alias_of_id is None:
        return None
    version = there.specific
    version.alias_of = None
    version.save(clean=False)
    return version
