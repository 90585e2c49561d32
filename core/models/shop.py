"""The shop as its staff set it, one row for each Wagtail site: a second territory is a second site."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.module_loading import import_string
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Page

from core.languages import languages
from core.palettes import Palette
from core.shop_panels import FORM

LANGUAGE_HELP = _("Vide : dans toutes les langues.")


@register_setting(icon="home", order=0)
class SiteSettings(BaseSiteSetting, ClusterableModel):
    """Names, telephones, hours, colours and menus. What is left blank comes from the installation's own settings."""

    name = models.CharField(_("nom du site"), max_length=60, blank=True)
    tagline = models.CharField(_("sous-titre"), max_length=80, blank=True, help_text=_("Sous le nom, en tête de page."))
    territory_name = models.CharField(_("nom du territoire"), max_length=80, blank=True)
    territory_code = models.CharField(
        _("SIREN de l’intercommunalité"), max_length=9, blank=True,
        validators=[RegexValidator(r"^\d{9}$", _("Neuf chiffres, par exemple 243100518 pour Toulouse Métropole."))],
    )  # fmt: skip
    operator = models.CharField(_("éditeur du site"), max_length=160, blank=True)
    publication_director = models.CharField(_("directeur ou directrice de la publication"), max_length=160, blank=True)
    host = models.CharField(_("hébergeur (nom, adresse, téléphone)"), max_length=250, blank=True)
    logo = models.ForeignKey(
        "core.Picture", verbose_name=_("logo"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    palette = models.CharField(
        _("couleurs"), max_length=12, choices=Palette.choices, default=Palette.BRIQUE,
        help_text=_("Des couples de couleurs assez contrastés pour être lus par tous."),
    )  # fmt: skip
    desk_name = models.CharField(_("nom du guichet"), max_length=120, blank=True)
    desk_phone = models.CharField(_("téléphone"), max_length=20, blank=True)
    desk_email = models.EmailField(_("adresse électronique"), blank=True)
    desk_address = models.TextField(_("adresse postale"), max_length=250, blank=True)

    edit_handler = FORM

    class Meta:
        verbose_name = _("site et guichet")

    def __str__(self) -> str:
        return self.name or str(_("Site et guichet"))

    def clean(self) -> None:
        """Refuse a territory that nobody knows: every commune would be outside it."""
        super().clean()
        if self.territory_code and not import_string(settings.TERRITORY_LOOKUP)(self.territory_code):
            raise ValidationError({"territory_code": _("Aucune intercommunalité ne porte ce SIREN.")})


class OpeningHours(Orderable):
    """One stretch of a weekday during which the desk answers (two for a day with a lunch break)."""

    class Day(models.IntegerChoices):
        MONDAY = 0, _("lundi")
        TUESDAY = 1, _("mardi")
        WEDNESDAY = 2, _("mercredi")
        THURSDAY = 3, _("jeudi")
        FRIDAY = 4, _("vendredi")
        SATURDAY = 5, _("samedi")
        SUNDAY = 6, _("dimanche")

    shop = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="opening_hours")
    day = models.PositiveSmallIntegerField(_("jour"), choices=Day.choices)
    opens = models.TimeField(_("de"))
    closes = models.TimeField(_("à"))

    class Meta(Orderable.Meta):
        verbose_name = _("horaire")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="hours_close_after_they_open",
                violation_error_message=_("L’heure de fermeture vient après l’ouverture."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_day_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class SocialLink(Orderable):
    """An account of the shop on a network."""

    class Network(models.TextChoices):
        BLUESKY = "bluesky", "Bluesky"
        FACEBOOK = "facebook", "Facebook"
        INSTAGRAM = "instagram", "Instagram"
        LINKEDIN = "linkedin", "LinkedIn"
        MASTODON = "mastodon", "Mastodon"
        X = "x", "X"
        YOUTUBE = "youtube", "YouTube"

    shop = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="social_links")
    network = models.CharField(_("réseau"), max_length=12, choices=Network.choices)
    url = models.URLField(_("adresse"))

    class Meta(Orderable.Meta):
        verbose_name = _("réseau social")

    def __str__(self) -> str:
        return f"{self.get_network_display()} : {self.url}"


class LanguageRow(Orderable):
    """A row that one language shows, or all of them."""

    language = models.CharField(_("langue"), max_length=10, blank=True, choices=languages, help_text=LANGUAGE_HELP)

    class Meta(Orderable.Meta):
        abstract = True


class MenuLink(LanguageRow):
    """A link of a menu: to a page (named by its own title, in each language) or to any address."""

    class Place(models.TextChoices):
        MAIN = "main", _("menu principal")
        FOOTER = "footer", _("pied de page")
        LEGAL = "legal", _("ligne légale du pied de page")

    shop = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="menu_links")
    place = models.CharField(_("menu"), max_length=6, choices=Place.choices, default=Place.MAIN)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    url = models.CharField(_("ou adresse"), max_length=250, blank=True, help_text=_("« /annuaire/ » ou « https://… »."))
    label = models.CharField(_("texte du lien"), max_length=60, blank=True, help_text=_("Vide : le titre de la page."))

    class Meta(Orderable.Meta):
        verbose_name = _("lien de menu")

    def __str__(self) -> str:
        return self.label or (self.page.title if self.page else self.url)

    def clean(self) -> None:
        """Refuse a link that leads nowhere, or that has no name."""
        super().clean()
        if bool(self.page) == bool(self.url):
            raise ValidationError({"page": _("Donnez une page ou une adresse, l’une des deux.")})
        if self.url and not self.url.startswith(("/", "https://", "http://")):
            raise ValidationError({"url": _("Une adresse commence par « / » ou par « https:// ».")})
        if self.url and not self.label:
            raise ValidationError({"label": _("Une adresse a besoin d’un texte.")})


class AlertQuerySet(models.QuerySet["AlertBanner"]):
    """Banners, as one asks for them."""

    def current(self) -> "AlertQuerySet":
        """Keep those that are not over yet."""
        return self.filter(ends_on__gte=localdate())


class AlertBanner(LanguageRow):
    """A message above every page, that leaves by itself."""

    class Level(models.TextChoices):
        INFORMATION = "info", _("information")
        WARNING = "warning", _("avertissement")

    shop = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="alerts")
    level = models.CharField(_("ton"), max_length=8, choices=Level.choices, default=Level.INFORMATION)
    text = models.CharField(_("message"), max_length=250)
    page = models.ForeignKey(
        Page, verbose_name=_("page à lire"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ends_on = models.DateField(_("affiché jusqu’au"), help_text=_("Ce jour compris."))

    objects = AlertQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("bandeau d’alerte")

    def __str__(self) -> str:
        return self.text
