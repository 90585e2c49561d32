"""The case studies of the demonstration, as demo/experiences.toml tells them."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate, now
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from core.translations.mirror import mirror
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
    names = {line["name"] for values in told.values() for line in values["firms"]}
    named = Stock(
        pictures=stock.make_pictures("facades.toml", FACADES),
        trades={trade.slug: trade for trade in Trade.objects.all()},
        firms={firm.name: firm for firm in Professional.objects.filter(name__in=names)},
    )
    with disable_reference_index_auto_update():  # once for each page, instead of at each of its savings
        pages = [_write(index, slug, values, named) for slug, values in told.items()]
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)
    return len(pages)


@dataclass(frozen=True)
class Stock:
    """What the file names: pictures by name (their keys), trades by slug, firms by name."""

    pictures: dict[str, int]
    trades: dict[str, Trade]
    firms: dict[str, Professional]


def _write(index: ExperienceIndexPage, slug: str, values: dict[str, Any], named: Stock) -> ExperiencePage:
    there = ExperiencePage.objects.child_of(index).filter(slug=slug).first()
    page = there or ExperiencePage(slug=slug, locale_id=index.locale_id)
    _fill(page, values, named)
    if there:
        page.save_revision().publish(skip_permission_checks=True)
        return page
    # Made live at once: publishing a revision saves it four times more.
    page.first_published_at = page.last_published_at = now()
    index.add_child(instance=page)
    mirror(page)
    return page


def _fill(page: Any, values: dict[str, Any], named: Stock) -> None:
    style = values["pictures"]
    for name, value in _fields(values).items():
        setattr(page, name, value)
    if page.picture_id is None:
        page.picture_id = named.pictures[f"{style}-apres"]
    page.works = [named.trades[word] for word in values["works"]]
    for name, model in LINES.items():
        setattr(page, name, [model(**line) for line in values.get(name, [])])
    page.firms = [ExperienceFirm(role=line["role"], **_firm(line["name"], named.firms)) for line in values["firms"]]
    page.photos = _photos(style, named.pictures)


def _fields(values: dict[str, Any]) -> dict[str, Any]:
    """Turn what the file says into columns: words of a commune, days from today, paragraphs."""
    said = {name: value for name, value in values.items() if name not in (*LINES, "firms", "works", "pictures")}
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
