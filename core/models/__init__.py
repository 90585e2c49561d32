"""What every room may store and none owns."""

from core.models.audits import AccessibilityAudit
from core.models.files import Picture, PictureRendition, SiteDocument
from core.models.generations import Generation
from core.models.pages import BasePage, BodyPage, ReviewedPage
from core.models.shop import AlertBanner, MenuLink, OpeningHours, SiteSettings, SocialLink

__all__ = [
    "AccessibilityAudit",
    "AlertBanner",
    "BasePage",
    "BodyPage",
    "Generation",
    "MenuLink",
    "OpeningHours",
    "Picture",
    "PictureRendition",
    "ReviewedPage",
    "SiteDocument",
    "SiteSettings",
    "SocialLink",
]
