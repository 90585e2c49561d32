"""The form of the shop's settings, in the words of those who fill it in."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

IDENTITY = ObjectList(
    [
        HelpPanel(
            _(
                "Ce que vous changez ici se voit aussitôt sur toutes les pages. Une case vide garde le réglage "
                "d’origine."
            )
        ),
        FieldPanel("name"),
        FieldPanel("tagline"),
        FieldPanel(
            "logo", help_text=_("PNG ou WebP à fond transparent, plus large que haut. Vide : le dessin du site.")
        ),
        FieldPanel("palette"),
        MultiFieldPanel(
            [FieldPanel("operator"), FieldPanel("publication_director"), FieldPanel("host")],
            heading=_("Repris dans les mentions légales"),
        ),
    ],
    heading=_("Identité"),
)
DESK = ObjectList(
    [
        HelpPanel(
            _(
                "Affiché au pied de chaque page et partout où le site propose d’appeler quelqu’un. Sans téléphone, "
                "c’est celui de France Rénov’ qui est donné."
            )
        ),
        FieldPanel("desk_name"),
        FieldRowPanel([FieldPanel("desk_phone"), FieldPanel("desk_email")]),
        FieldPanel("desk_address"),
        InlinePanel(
            "opening_hours",
            [FieldRowPanel([FieldPanel("day"), FieldPanel("opens"), FieldPanel("closes")])],
            heading=_("Horaires du téléphone"),
            label=_("plage horaire"),
            help_text=_(
                "Une ligne par plage : deux pour un jour avec une pause à midi. Le site écrit la phrase lui-même."
            ),
        ),
        InlinePanel(
            "social_links",
            [FieldRowPanel([FieldPanel("network"), FieldPanel("url")])],
            heading=_("Réseaux sociaux"),
            label=_("compte"),
        ),
    ],
    heading=_("Guichet et horaires"),
)
MENUS = ObjectList(
    [
        HelpPanel(
            _(
                "Choisissez des pages plutôt que des adresses : leur titre suit la langue du lecteur, et une page "
                "dépubliée quitte le menu. Tant qu’un menu n’a aucune ligne, le site en compose un : l’annuaire et "
                "les pages dont la case « Afficher dans les menus » est cochée."
            )
        ),
        InlinePanel(
            "menu_links",
            [
                FieldRowPanel([FieldPanel("place"), FieldPanel("language")]),
                FieldPanel("page"),
                FieldPanel("url"),
                FieldPanel("label"),
            ],
            heading=_("Liens des menus, dans l’ordre"),
            label=_("lien"),
        ),
    ],
    heading=_("Menus et pied de page"),
)
ALERTS = ObjectList(
    [
        HelpPanel(
            _(
                "Un message au-dessus de toutes les pages : fermeture, panne du téléphone, nouvelle aide. Il part "
                "de lui-même le lendemain de sa date de fin."
            )
        ),
        InlinePanel(
            "alerts",
            [
                FieldPanel("text"),
                FieldPanel("page"),
                FieldRowPanel([FieldPanel("level"), FieldPanel("ends_on"), FieldPanel("language")]),
            ],
            heading=_("Bandeaux d’alerte"),
            label=_("bandeau"),
        ),
    ],
    heading=_("Alertes"),
)
TERRITORY = ObjectList(
    [
        HelpPanel(
            _(
                "L’intercommunalité que sert le guichet. Ses communes sont comprises d’abord ; hors d’elle, le "
                "site indique le service national."
            )
        ),
        FieldPanel("territory_name", help_text=_("Comme on le dit : « Toulouse Métropole ».")),
        FieldPanel("territory_code"),
    ],
    heading=_("Territoire"),
)
FORM = TabbedInterface([IDENTITY, DESK, MENUS, ALERTS, TERRITORY])
