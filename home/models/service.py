"""The pages that any public site owes its readers. Staff write the text; what the site knows better, it adds itself."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from core.models import BodyPage


class ServicePage(BodyPage):
    """One of a kind, under the home page."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    service_role: ClassVar[str] = ""  # by which the frame of the site finds its contact page, its legal notice…
    required_by_law: ClassVar[bool] = False  # then `home.guards` keeps it
    max_count_per_parent = 1

    class Meta:
        abstract = True


class ContactPage(ServicePage):
    """Where a human answers: telephone, hours and address come from the site's settings."""

    service_role = "contact"

    class Meta:
        verbose_name = _("page de contact")
        verbose_name_plural = _("pages de contact")


class LegalNoticePage(ServicePage):
    """Who runs the site; the publisher, the director and the host come from the site's settings."""

    service_role = "legal"
    required_by_law = True

    class Meta:
        verbose_name = _("mentions légales")
        verbose_name_plural = _("mentions légales")


class PrivacyPage(ServicePage):
    """Which personal data are kept; how long is printed from the constants that the purge uses."""

    service_role = "privacy"
    required_by_law = True

    class Meta:
        verbose_name = _("page Données personnelles")
        verbose_name_plural = _("pages Données personnelles")


class AccessibilityPage(ServicePage):
    """The accessibility statement; the level comes from the record of the latest audit."""

    service_role = "accessibility"
    required_by_law = True

    class Meta:
        verbose_name = _("déclaration d’accessibilité")
        verbose_name_plural = _("déclarations d’accessibilité")


class SiteMapPage(ServicePage):
    """Every page of the site, listed by itself."""

    service_role = "site-map"

    class Meta:
        verbose_name = _("plan du site")
        verbose_name_plural = _("plans du site")
