"""Pages made of texts: those that are there already stay as they are."""

from dataclasses import replace
from typing import Any

from django.apps import apps
from django.conf import settings
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.models import HomePage
from home.texts.fields import late_fields, plain_fields
from home.texts.files import PageText
from home.texts.library import Library


def write_pages(*, home: HomePage, texts: dict[str, PageText], library: Library) -> Library:
    """Make, under a home page, the pages that are missing, in each language that their texts know.

    Texts come parents first. Give the library with every page in it.
    """
    library = replace(library, pages={"": home})
    with disable_reference_index_auto_update():  # once at the end, instead of at each of a page's three savings
        _write(home, texts, library)
    for page in Page.objects.filter(translation_key__in=[page.translation_key for page in library.pages.values()]):
        ReferenceIndex.create_or_update_for_object(page.specific)
    return library


def _write(home: HomePage, texts: dict[str, PageText], library: Library) -> None:
    made = [text for path, text in texts.items() if path and _add(text, library)]
    _fill_home(home, texts.get(""), library)
    for text in made:
        _publish(library.pages[text.path].specific, late_fields(_model(text), text.fields, library, text.path))
    _translate([*([texts[""]] if "" in texts else []), *made], library)


def _model(text: PageText) -> Any:
    return apps.get_model(text.model)


def _add(text: PageText, library: Library) -> bool:
    """Put an unpublished page in its place and in the library; tell whether it was missing."""
    parent, model = library.pages[text.parent or ""], _model(text)
    siblings = Page.objects.child_of(parent)
    there = siblings.filter(slug=text.slug).first()
    if model.max_count_per_parent == 1:  # staff may have given it another address
        there = siblings.exact_type(model).first() or there
    if there:
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


def _translate(texts: list[PageText], library: Library) -> None:
    """Publish the pages' versions in other languages, in the place of what stood in for them."""
    for code, _name in settings.LANGUAGES:
        locale = Locale.objects.get(language_code=code)
        told = [text for text in texts if code in text.versions]
        versions = {text.path: _version(library.pages[text.path].specific, locale) for text in told}
        names = library.in_language(locale)  # now that every version is there for the others to name
        for text in told:
            if (key := versions[text.path]) is not None:
                version = Page.objects.get(pk=key).specific  # read again: it may have got children since
                model, values, place = _model(text), text.versions[code], f"{code}/{text.path}"
                _publish(version, plain_fields(model, values, names) | late_fields(model, values, names, place))


def _version(page: Any, locale: Locale) -> int | None:
    """Give the key of the page to write in: new, or the alias that showed the French text; None when there is one."""
    there = page.get_translation_or_none(locale)
    if there is None:
        return None if _taken(page, locale) else page.copy_for_translation(locale, copy_parents=True).pk
    if there.alias_of_id is None:
        return None
    version = there.specific
    version.alias_of = None
    version.save(clean=False)
    return int(version.pk)


def _taken(page: Any, locale: Locale) -> bool:
    """Tell whether another page has the address that this one's version would have."""
    parent = page.get_parent().get_translation_or_none(locale)
    return parent is not None and Page.objects.child_of(parent).filter(slug=page.slug).exists()
