"""A few marks that make rich text: `##` headings, `-` and `1.` lists, `**bold**`, `*italics*`, `[words](target)`."""

import re
from collections.abc import Callable
from html import escape

Target = Callable[[str], str]  # gives the attributes of a link: 'linktype="page" id="3"'

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(.+?)\*")
_HEADING = re.compile(r"(#{2,4}) (.+)")
_BULLET = re.compile(r"- ")
_NUMBER = re.compile(r"\d+\. ")


def rich_text(source: str, target: Target) -> str:
    """Give the HTML of a text whose paragraphs are set apart by an empty line."""
    return "".join(_paragraph(part, target) for part in re.split(r"\n\s*\n", source.strip()) if part.strip())


def _paragraph(part: str, target: Target) -> str:
    lines = [line.strip() for line in part.strip().split("\n")]
    if heading := _HEADING.fullmatch(lines[0]):
        level = len(heading[1])
        return f"<h{level}>{_inline(heading[2], target)}</h{level}>"
    for mark, tag in ((_BULLET, "ul"), (_NUMBER, "ol")):
        if mark.match(lines[0]):
            return f"<{tag}>{_items(lines, mark, target)}</{tag}>"
    return f"<p>{_inline(' '.join(lines), target)}</p>"


def _items(lines: list[str], mark: re.Pattern[str], target: Target) -> str:
    """Give a list's items; a line without the mark goes on with the one before."""
    items: list[str] = []
    for line in lines:
        if mark.match(line):
            items.append(mark.sub("", line, count=1))
        else:
            items[-1] += f" {line}"
    return "".join(f"<li>{_inline(item, target)}</li>" for item in items)


def _inline(words: str, target: Target) -> str:
    html = escape(words, quote=False)
    html = _BOLD.sub(r"<b>\1</b>", html)
    html = _ITALIC.sub(r"<i>\1</i>", html)
    return _LINK.sub(lambda link: f"<a {target(link[2])}>{link[1]}</a>", html)
