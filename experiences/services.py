"""What writes about case studies: withdrawing those whose consent ended, working figures out again."""

from django.db import transaction
from django.utils.timezone import localdate

from core.languages import default_language
from core.models import Generation
from energy import scales
from experiences.models import ExperiencePage
from experiences.models.place import Place

PLACE = Place._meta.local_fields  # the columns that an abstract model gives
WORKED_OUT = ("label_before", "label_after", "gain_percent")


def withdraw_expired() -> int:
    """Take from the site the pages whose consent ended, in all languages; say how many."""
    count = 0
    for page in ExperiencePage.objects.live().filter(consent_expires_on__lte=localdate()).order_by("path"):
        page.refresh_from_db()  # withdrawing a page withdraws those that show its text elsewhere
        if page.live:
            page.unpublish()
            count += 1
    return count


def share_the_place(page: ExperiencePage) -> None:
    """Give a page's place and consent to its versions in other languages: what one may not tell, none may."""
    versions = ExperiencePage.objects.filter(translation_key=page.translation_key)
    source = versions.filter(locale__language_code=default_language()).first() or page
    versions.exclude(pk=source.pk).update(**{field.attname: getattr(source, field.attname) for field in PLACE})


@transaction.atomic
def refresh_figures() -> int:
    """Work out again the letters and gains, at the factor and thresholds of the day; say how many pages changed."""
    scales.forget()
    changed = []
    for page in ExperiencePage.objects.exclude(before_kwhep=None, after_kwhep=None).iterator():
        before = [getattr(page, name) for name in WORKED_OUT]
        page.work_out_the_performance()
        if before != [getattr(page, name) for name in WORKED_OUT]:
            changed.append(page)
    if changed:
        ExperiencePage.objects.bulk_update(changed, WORKED_OUT, batch_size=200)
        Generation.bump()
    return len(changed)
