"""A walk over the served site, as a search engine walks: every link of every page, from each language's home page.

Lists that narrow have more addresses than anybody reads, and the sheets of firms are drawn alike: each set of filters
of a list is followed for a few values (`VALUES`), each kind of numbered page for a few numbers (`RECORDS`). Leafing
through a whole list always is. Files are asked for by their head alone.
"""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from http.client import HTTPConnection
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup

HOST = "localhost:8000"  # the site that the demonstration declares, whatever port it is served on
SITE = f"http://{HOST}"
STARTS = ("/", "/en/", "/recherche/?q=isolaton", "/en/recherche/?q=insulation")  # what no link leads to
FILES = ("/documents/", "/media/", "/static/")
VALUES = 2
RECORDS = 12
MOST = 3_000  # addresses: beyond, the walk has lost its way
LOCATION = ".//{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
ASSETS = {  # what a browser loads by itself
    ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("script", "src"), ("link", "href"),
    ("iframe", "src"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("object", "data"), ("embed", "src"),
}  # fmt: skip
NOT_LOADED = {"canonical", "alternate", "prev", "next", "me"}  # links of the head that a browser does not follow


@dataclass(frozen=True)
class Answer:
    """What the site answered at an address: `links` are the addresses on this site that its text leads to."""

    address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Give every value of a header."""
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def header(self, name: str) -> str:
        """Give a header, empty when it is not there."""
        return next(iter(self.all(name)), "")

    @property
    def is_page(self) -> bool:
        """Tell whether a reader sees a page there."""
        return self.status == 200 and self.header("Content-Type").startswith("text/html")

    @cached_property
    def html(self) -> BeautifulSoup:
        """Give the page, read."""
        return BeautifulSoup(self.body, "html.parser")

    @cached_property
    def links(self) -> list[str]:
        """List where its links lead on this site, fragments included, in their order."""
        found = [urljoin(SITE + self.address, link["href"].strip()) for link in self.html.select("a[href]")]
        return [here(link) for link in found if link.startswith(f"{SITE}/")]

    @property
    def assets(self) -> list[str]:
        """List the full addresses of what a browser loads to show it."""
        tags = [(tag, key) for name, key in ASSETS for tag in self.html.select(f"{name}[{key}]")]
        values = [tag[key] for tag, key in tags if not NOT_LOADED & set(tag.get("rel", []))]
        return [urljoin(SITE + self.address, part.split()[0]) for value in values for part in value.split(", ")]

    @property
    def canonical(self) -> str:
        """Give the address that it asks search engines to keep, from the root; empty when it gives none."""
        link = self.html.select_one("link[rel=canonical]")
        return here(link["href"]) if link else ""

    @property
    def is_indexable(self) -> bool:
        """Tell whether search engines may keep it: a page, at its own address, that does not forbid it."""
        robots = " ".join([self.header("X-Robots-Tag"), *(tag["content"] for tag in self.html.select("[name=robots]"))])
        return self.is_page and self.canonical == self.address and "noindex" not in robots


@dataclass
class Crawl:
    """What a walk met: the answers by address, and by address one page that leads there."""

    answers: dict[str, Answer] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> list[Answer]:
        """List the pages, in the order in which they were met."""
        return [answer for answer in self.answers.values() if answer.is_page]


def here(address: str) -> str:
    """Give an address of this site from its root, others as they are."""
    return (address.removeprefix(SITE) or "/") if f"{address}/".startswith(f"{SITE}/") else address


def ask(connection: HTTPConnection, address: str, method: str = "GET") -> Answer:
    """Ask for one address, without cookies, and do not follow where it leads."""
    connection.request(method, address, headers={"Host": HOST})
    answer = connection.getresponse()
    return Answer(address, answer.status, tuple(answer.getheaders()), answer.read())


def crawl(served_at: str, starts: Iterable[str] = STARTS) -> Crawl:
    """Walk over the site that is served at an address of loopback."""
    found, shapes = Crawl(), Counter[tuple[str, ...]]()
    waiting = deque((start, "") for start in starts)
    with closing(HTTPConnection(urlsplit(served_at).netloc, timeout=30)) as connection:
        while waiting:
            address, origin = waiting.popleft()
            if address in found.answers or not _worth_asking(address, shapes):
                continue
            answer = ask(connection, address, "HEAD" if address.startswith(FILES) else "GET")
            found.answers[address], found.origins[address] = answer, origin
            assert len(found.answers) < MOST, f"the walk does not end: {address} (from {origin})"
            waiting.extend((each, address) for each in _next(answer))
    return found


def _next(answer: Answer) -> Iterator[str]:
    if answer.header("Location"):
        yield here(urljoin(SITE + answer.address, answer.header("Location")))
    if answer.is_page:
        yield from (urldefrag(link).url for link in answer.links)
        yield from (here(asset) for asset in answer.assets if asset.startswith(f"{SITE}/"))


def _worth_asking(address: str, shapes: Counter[tuple[str, ...]]) -> bool:
    parts = urlsplit(address)
    path = re.sub(r"[\w-]+-\d+/", "#/", parts.path)
    names = sorted({name for name, _value in parse_qsl(parts.query)})
    if path.startswith(FILES) or (path == parts.path and names in ([], ["page"])):
        return True
    shapes[(path, *names)] += 1
    return shapes[(path, *names)] <= (RECORDS if path != parts.path else VALUES)


def sitemap(served_at: str) -> list[str]:
    """List the addresses that the map for search engines holds, from the root, all its files read."""
    with closing(HTTPConnection(urlsplit(served_at).netloc, timeout=30)) as connection:
        parts = _locations(connection, "/sitemap.xml")
        return [page for part in parts for page in _locations(connection, part)]


def _locations(connection: HTTPConnection, address: str) -> list[str]:
    answer = ask(connection, address)
    assert answer.status == 200, address
    return [here(element.text or "") for element in ElementTree.fromstring(answer.body).iterfind(LOCATION)]
