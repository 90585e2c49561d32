"""When a page of advice is to be read again: the pages and the report on them count alike."""

from calendar import monthrange
from datetime import date, timedelta

REVIEW_MONTHS = 12  # after which staff are asked to read a page again


def due_on(reviewed: date) -> date:
    """Give the day from which a page read on a day is to be read again: the same of its month, or the month's last."""
    return _months_away(reviewed, REVIEW_MONTHS)


def last_due(today: date) -> date:
    """Give the latest day of reading whose time has come: what was read then, or before, is to be read again."""
    day = _months_away(today, -REVIEW_MONTHS)
    while due_on(day + timedelta(days=1)) <= today:  # the 29th of February comes back on a 28th
        day += timedelta(days=1)
    return day


def _months_away(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
