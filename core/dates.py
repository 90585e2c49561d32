"""Days and hours as one says them: "mardi 3 mars 2027, de 18 h à 20 h"."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core.languages import present_language


def day_in_words(day: date, weekday: bool = False) -> str:
    """Give "3 mars 2027", with the day of the week if asked; the first of a month is "1er" in French."""
    number = "1er" if day.day == 1 and present_language().startswith("fr") else str(day.day)
    words = f"{number} {date_format(day, 'F Y')}"
    return f"{date_format(day, 'l')} {words}" if weekday else words


def month_in_words(day: date) -> str:
    """Give "mars 2027"."""
    return date_format(day, "F Y")


def hour_in_words(moment: datetime) -> str:
    """Give "18 h" or "18 h 30"."""
    if moment.minute:
        return _("%(hour)d h %(minute)02d") % {"hour": moment.hour, "minute": moment.minute}
    return _("%(hour)d h") % {"hour": moment.hour}


def span_in_words(starts_at: datetime, ends_at: datetime) -> str:
    """Say when something happens, the day named once when it is one day."""
    start, end = localtime(starts_at), localtime(ends_at)
    values = {
        "day": day_in_words(start, weekday=True),
        "last_day": day_in_words(end, weekday=True),
        "start": hour_in_words(start),
        "end": hour_in_words(end),
    }
    if start == end:
        return _("%(day)s à %(start)s") % values
    if start.date() == end.date():
        return _("%(day)s, de %(start)s à %(end)s") % values
    return _("du %(day)s à %(start)s au %(last_day)s à %(end)s") % values
