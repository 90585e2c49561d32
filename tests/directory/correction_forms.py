"""What a browser would send from the public correction form."""

import re
from datetime import timedelta
from html import unescape

import time_machine
from django.utils.timezone import now


def hidden(page, name):
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1])


def fill(visitor, address, **typed):
    """Read the form as a person does (ten seconds), and give what the browser would send."""
    with time_machine.travel(now() - timedelta(seconds=10), tick=False):
        page = visitor.get(address)
    data = {"kind": "erreur", "message": "Le téléphone a changé.", "name": "", "email": "", "phone": "", "site": ""}
    return data | {name: hidden(page, name) for name in ("key", "csrfmiddlewaretoken")} | typed


def text_of(page):
    return unescape(page.content.decode())
