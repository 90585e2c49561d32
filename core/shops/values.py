"""What is known of a shop: frozen values in one language, ready to be shown."""

from dataclasses import dataclass, field, fields
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link of a menu. `lang` is the code of its language when that is not the page's own, else empty."""

    label: str
    url: str
    lang: str = ""

    def leads_to(self, path: str) -> str:
        """Give the value of `aria-current` on the page at `path`: "page", "true" within its section, or empty."""
        if self.url == path:
            return "page"
        return "true" if self.url.count("/") > 1 and self.url.endswith("/") and path.startswith(self.url) else ""


@dataclass(frozen=True, slots=True)
class Alert:
    """A message above every page. `until` is its last day in words; `url` and `label` lead to a page to read."""

    level: str
    text: str
    until: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class SocialAccount:
    """An account on a network (`network`: "bluesky", "facebook"…)."""

    name: str
    url: str
    network: str


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture at the size of the header, in CSS pixels."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Shop:
    """One shop in one language. Texts are never None; `hours` is a phrase, `opening_hours` the same for schema.org."""

    name: str
    tagline: str
    territory_name: str
    territory_code: str  # SIREN of the inter-communal body
    operator: str
    publication_director: str
    host: str
    palette: str
    logo: Logo | None
    phone: str
    phone_url: str
    hours: str
    opening_hours: tuple[str, ...]
    desk_name: str
    desk_email: str
    desk_address: str
    social: tuple[SocialAccount, ...]
    home_url: str
    contact_url: str  # of the contact page, empty without one
    privacy_url: str  # of the page on personal data, empty without one
    main_menu: tuple[MenuItem, ...]
    footer_menu: tuple[MenuItem, ...]
    legal_menu: tuple[MenuItem, ...]  # the accessibility mention included
    accessibility: MenuItem  # the mention that the law asks for, and the page that explains it
    alerts: tuple[Alert, ...]
    digest: str = field(init=False, compare=False, default="")

    def __post_init__(self) -> None:
        values = [getattr(self, one.name) for one in fields(self) if one.init]
        object.__setattr__(self, "digest", blake2b(repr(values).encode(), digest_size=12).hexdigest())

    def __hash__(self) -> int:
        return hash(self.digest)  # what is drawn once for each shop is looked up by it, at every page

    def __str__(self) -> str:
        return self.name
