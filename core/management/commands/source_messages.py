"""Write the French catalogue: each text as its own translation."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import BaseCommand


class Command(BaseCommand):
    """The sources are in French, so nothing needs translating; but a text that no catalogue holds is looked for in
    those of every library (6 µs instead of 1), and French counts zero as singular only where a catalogue says so.
    What Wagtail says badly is said better in wagtail.po, for its templates and for its scripts."""

    help = "Écrit le catalogue français à partir des textes du catalogue anglais, et de wagtail.po."

    def handle(self, **options: Any) -> None:
        """Write locale/fr from the entries of locale/en and those of locale/fr/LC_MESSAGES/wagtail.po."""
        folder = Path(settings.LOCALE_PATHS[0])
        english = polib.pofile(str(folder / "en/LC_MESSAGES/django.po"))
        french = polib.POFile()
        french.metadata = english.metadata | {"Language": "fr", "Plural-Forms": "nplurals=2; plural=(n > 1);"}
        french.extend(_itself(entry) for entry in english if not entry.obsolete)
        target = folder / "fr/LC_MESSAGES"
        better = polib.pofile(str(target / "wagtail.po"))
        better.metadata = french.metadata
        better.save_as_mofile(str(target / "djangojs.mo"))
        french.extend(better)
        french.save_as_mofile(str(target / "django.mo"))


def _itself(entry: polib.POEntry) -> polib.POEntry:
    plural = {0: entry.msgid, 1: entry.msgid_plural} if entry.msgid_plural else {}
    return polib.POEntry(
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgctxt=entry.msgctxt,
        msgstr="" if plural else entry.msgid,
        msgstr_plural=plural,
    )
