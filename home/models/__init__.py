"""The editorial site: each family of pages in its own file."""

from home.models.events import EventIndexPage, EventPage
from home.models.home import HomePage
from home.models.news import NewsIndexPage, NewsPage
from home.models.resources import ResourceIndexPage, ResourcePage
from home.models.service import AccessibilityPage, ContactPage, LegalNoticePage, PrivacyPage, SiteMapPage
from home.models.standard import FaqPage, GlossaryPage, StandardPage
from home.models.topics import Topic, TopicName

__all__ = [
    "AccessibilityPage",
    "ContactPage",
    "EventIndexPage",
    "EventPage",
    "FaqPage",
    "GlossaryPage",
    "HomePage",
    "LegalNoticePage",
    "NewsIndexPage",
    "NewsPage",
    "PrivacyPage",
    "ResourceIndexPage",
    "ResourcePage",
    "SiteMapPage",
    "StandardPage",
    "Topic",
    "TopicName",
]
