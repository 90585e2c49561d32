"""The public advice service that every page sends people to when it cannot help them itself."""

import re
from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class AdviceService:
    """A telephone that a human answers; `hours` is a phrase ("du lundi au vendredi, de 9 h à 18 h")."""

    name: str
    phone: str
    hours: str

    @property
    def phone_url(self) -> str:
        """Give the address that telephones dial."""
        return phone_url(self.phone)


def advice_service() -> AdviceService:
    """Give the service named in `settings.ADVICE_SERVICE`, in the language of the moment."""
    return AdviceService(**{name: str(text) for name, text in settings.ADVICE_SERVICE.items()})


def phone_url(number: str) -> str:
    """Give the `tel:` address of a number as people write it ("05 61 00 00 00" → "tel:0561000000")."""
    return "tel:" + re.sub(r"[^+0-9]", "", number)
