"""Films that other sites show: where each one's player is. No Django here: the settings ask it too."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Player:
    """The player of a site: its host, its path (`{id}` in it) and where the film's name is in the page's address."""

    host: str
    path: str
    name: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Film:
    """A film: the site that shows it, and the address of its player, empty when nobody knows it."""

    host: str
    player: str


PLAYERS = {
    "www.youtube.com": Player(
        "www.youtube-nocookie.com",
        "/embed/{id}?rel=0",
        re.compile(r"^/(?:watch\?(?:.*&)?v=|live/|shorts/)([\w-]{6,20})"),
    ),
    "vimeo.com": Player("player.vimeo.com", "/video/{id}?dnt=1", re.compile(r"^/(\d+)")),
    "www.dailymotion.com": Player("geo.dailymotion.com", "/player.html?video={id}", re.compile(r"^/video/(\w+)")),
}
PEERTUBE = re.compile(r"^/(?:w|videos/watch)/([\w-]+)")  # any other host is taken for one


def player_of(host: str) -> Player:
    """Give the player of a site."""
    return PLAYERS.get(host) or Player(host, "/videos/embed/{id}", PEERTUBE)


def player_origins(hosts: Iterable[str]) -> list[str]:
    """List the origins that pages may frame to show the films of these sites."""
    return [f"https://{player_of(host).host}" for host in hosts]


def film(url: str) -> Film:
    """Read the address of the page where one watches a film."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    player = player_of(host)
    found = player.name.match(parts.path + (f"?{parts.query}" if parts.query else ""))
    return Film(host, f"https://{player.host}{player.path.format(id=found[1])}" if found else "")
