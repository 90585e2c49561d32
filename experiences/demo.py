"""The case studies of the demonstration, as demo/experiences.toml tells them."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from directory.models import Professional, Trade
from experiences.models import (
    ExperienceAid,
    ExperienceFirm,
    ExperienceIndexPage,
    ExperiencePage,
    ExperiencePhoto,
    ExperienceVote,
)
from experiences.vocabulary import Moment
from home.demo import stock
from home.demo.facades import FACADES
from home.texts.markup import rich_text
from territories.models import Commune

RICH = ("why", "obstacles", "assembly", "lessons")
LINES = {"votes": ExperienceVote, "aids": ExperienceAid}
FILE = "experiences.toml"


def write_cases(index: ExperienceIndexPage) -> int:
    """Publish the case studies under a list: those that are there already are completed; say how many there are."""
    told = stock.read(FILE)
    pictures = stock.make_pictures("facades.toml", FACADES)
    trades = {trade.slug: trade for trade in Trade.objects.all()}
    names = {line["name"] for values in told.values() for line in values["firms"]}
    firms = {firm.name: firm for firm in Professional.objects.filter(name__in=names)}
    with disable_reference_index_auto_update():  # once for each page, instead of at each of its savings
        pages = [_write(index, slug, values, pictures, trades, firms) for slug, values in told.items()]
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)
    return len(pages)


def _write(
    index: ExperienceIndexPage,
    slug: str,
    values: dict[str, Any],
    pictures: dict[str, int],
    trades: dict[str, Trade],
    firms: dict[str, Professional],
) -> ExperiencePage:
    there = ExperiencePage.objects.child_of(index).filter(slug=slug).first()
    page = there or ExperiencePage(slug=slug, locale_id=index.locale_id, live=False)
    style, lines = values.pop("pictures"), {name: values.pop(name, []) for name in (*LINES, "firms")}
    works = [trades[word] for word in values.pop("works")]
    for name, value in _fields(values).items():
        setattr(page, name, value)
    if page.picture_id is None:
        page.picture_id = pictures[f"{style}-apres"]
    page = page if there else index.add_child(instance=page)
    page.works = works
    for name, model in LINES.items():
        setattr(page, name, [model(**line) for line in lines[name]])
    page.firms = [ExperienceFirm(role=line["role"], **_firm(line["name"], firms)) for line in lines["firms"]]
    page.photos = _photos(style, pictures)
    page.full_clean()
    page.save_revision(clean=False).publish(skip_permission_checks=True)
    return page


def _fields(values: dict[str, Any]) -> dict[str, Any]:
    """Turn what the file says into columns: words of a commune, days from today, paragraphs."""
    said = dict(values)
    said["commune"] = Commune.objects.get(code=said["commune"])
    if "consent_days" in said:
        said["consent_expires_on"] = localdate() + timedelta(days=said.pop("consent_days"))
    said["loan_rate"] = Decimal(str(said["loan_rate"]))
    return said | {name: rich_text(said[name], str) for name in RICH if name in said}


def _firm(name: str, firms: dict[str, Professional]) -> dict[str, Any]:
    """Give the sheet of a firm, or its name where the directory has real firms and not those of the demonstration."""
    return {"professional": firms[name]} if name in firms else {"name": name}


def _photos(style: str, pictures: dict[str, int]) -> list[ExperiencePhoto]:
    captions = {
        Moment.BEFORE: ("avant", "La façade avant les travaux (dessin)."),
        Moment.AFTER: ("apres", "La façade après les travaux (dessin)."),
    }
    return [
        ExperiencePhoto(moment=moment, picture_id=pictures[f"{style}-{word}"], caption=caption)
        for moment, (word, caption) in captions.items()
    ]
