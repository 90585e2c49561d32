"""Rich text as the words that readers see."""

import re
from html import unescape

_BREAK = re.compile(r"</?(?:p|li|ul|ol|h[1-6]|br|hr|blockquote)\b[^>]*>", re.I)
_TAG = re.compile(r"<[^>]+>")


def plain_text(html: str) -> str:
    """Give the words of a piece of rich text on one line: paragraphs part them, bold and links do not."""
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", html))).split())
