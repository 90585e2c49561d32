"""Every address of the site, from its own resolver, with what stands in for each of its arguments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

CONVERTER = re.compile(r"<(?:(?P<converter>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Address:
    """A name ("wagtailimages:index"; the route when it has none) and the route that Django matches."""

    name: str
    route: str

    def path(self, samples: dict[str, str]) -> str:
        """Give a path that the route matches: each argument is the sample of its name, or of its converter."""
        return "/" + CONVERTER.sub(lambda found: _sample(found, samples), self.route.replace("^", ""))


def _sample(found: re.Match[str], samples: dict[str, str]) -> str:
    return samples.get(found["name"]) or samples[found["converter"] or "str"]


def addresses() -> list[Address]:
    """List them in the order that Django tries them; routes written as regular expressions are left to other tests."""
    return [each for each in _walk(get_resolver(), "", ()) if "^" not in each.route.replace("^pages", "pages")]


def _walk(resolver: URLResolver, prefix: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(":".join((*spaces, pattern.name or route)), route)
        else:
            yield from _walk(pattern, route, (*spaces, pattern.namespace) if pattern.namespace else spaces)
