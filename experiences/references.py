"""The case studies that a firm took part in, for its sheet in the directory (`settings.DIRECTORY_REFERENCES`)."""

from django.utils.translation import get_language

from directory.references import Reference
from experiences.models import ExperienceFirm, ExperiencePage

MOST = 12


def references_of(firm: int) -> tuple[Reference, ...]:
    """Give the latest case studies of a firm, by its key, that readers may open in the language of the moment."""
    lines = ExperienceFirm.objects.filter(professional=firm, page__locale__language_code=get_language())
    roles = {line.page_id: line.get_role_display() for line in lines}
    if not roles:
        return ()
    pages = ExperiencePage.objects.filter(pk__in=roles).readable().latest_first().select_related("commune")
    return tuple(_reference(page, roles[page.pk]) for page in pages[:MOST])


def _reference(page: ExperiencePage, role: str) -> Reference:
    facts = (page.commune.name if page.commune else "", page.dwellings_in_words, page.finished_in_words)
    return Reference(page.title, page.get_url() or "", role, " · ".join(filter(None, facts)))
