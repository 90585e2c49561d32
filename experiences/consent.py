"""When a consent ends: the day on which its page leaves the site, and the weeks before it when staff are warned."""

from datetime import date, timedelta
from typing import Any

from django.utils.timezone import localdate

WARNED_DAYS = 60  # before the end, to have it renewed


def warned_until(today: date) -> date:
    """Give the last end of which staff are warned today."""
    return today + timedelta(days=WARNED_DAYS)


def is_ending(page: Any) -> bool:
    """Tell whether staff are to have the consent of a page renewed; one that ended counts too."""
    ends: date | None = page.consent_expires_on
    return ends is not None and ends <= warned_until(localdate())
