"""What kinds of firms there are, what they are called, and what they can show. Every sentence is made up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of firm: its share among firms, words of its names, domains of its RGE proofs, trades of its charter."""

    share: int
    words: tuple[str, ...]
    domains: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    description: str = ""


RGE_PROFILES = (
    Profile(
        24, ("Chauffage", "Plomberie", "Thermique", "Énergies", "Génie climatique"),
        ("Pompe à chaleur : chauffage", "Chauffe-Eau Thermodynamique",
         "Chaudière condensation ou micro-cogénération gaz ou fioul", "Chauffage et/ou eau chaude solaire",
         "Ventilation mécanique"),
        ("chauffage", "pompe-a-chaleur", "chauffe-eau"),
        "Installation et entretien de chauffages collectifs et individuels, de la chaudière à la pompe à chaleur.",
    ),
    Profile(
        17, ("Isolation", "Plâtrerie", "Combles", "Confort", "Cloisons"),
        ("Isolation des combles perdus",
         "Isolation par l'intérieur des murs ou rampants de toitures  ou plafonds",
         "Isolation des planchers bas", "Isolation des murs par l'extérieur"),
        ("isolation-combles", "iti", "planchers-bas"),
        "Isolation par l’intérieur et par les combles, avec des matériaux biosourcés quand le bâti s’y prête.",
    ),
    Profile(
        15, ("Menuiserie", "Fermetures", "Fenêtres", "Miroiterie", "Agencement"),
        ("Fenêtres, volets, portes donnant sur l'extérieur", "Fenêtres de toit"),
        ("menuiseries",),
        "Remplacement de fenêtres et de volets en site occupé, en bois, en aluminium ou mixtes.",
    ),
    Profile(
        11, ("Couverture", "Toiture", "Charpente", "Zinguerie", "Étanchéité"),
        ("Isolation des toitures terrasses ou des toitures par l'extérieur", "Fenêtres de toit",
         "Isolation des combles perdus"),
        ("couverture", "toiture-terrasse", "isolation-combles"),
        "Couverture tuile et zinc, étanchéité et isolation des toitures-terrasses.",
    ),
    Profile(
        10, ("Électricité", "Solaire", "Photovoltaïque", "Énergie", "Domotique"),
        ("Panneaux solaires photovoltaïques", "Ventilation mécanique", "Radiateurs électriques, dont régulation."),
        ("photovoltaique", "ventilation", "regulation"),
        "Panneaux solaires en autoconsommation individuelle ou collective, ventilation et régulation.",
    ),
    Profile(
        9, ("Façades", "Ravalement", "Enduits", "Rénovation", "Peinture"),
        ("Isolation des murs par l'extérieur", "Isolation des planchers bas"),
        ("ite", "facade"),
        "Ravalement avec isolation par l’extérieur, en enduit mince ou en bardage ventilé.",
    ),
    Profile(
        7, ("Poêles", "Fumisterie", "Cheminées", "Bois énergie", "Granulés"),
        ("Poêle ou insert bois", "Chaudière bois"),
        ("chauffage-bois",),
        "Pose et ramonage de poêles à bûches et à granulés.",
    ),
    Profile(
        3, ("Rénovation globale", "Habitat", "Bâti ancien", "Travaux"),
        ("Projet complet de rénovation", "Isolation des murs par l'extérieur", "Isolation des combles perdus",
         "Fenêtres, volets, portes donnant sur l'extérieur"),
        ("renovation-globale",),
        "Rénovations complètes, avec un seul interlocuteur du diagnostic à la réception.",
    ),
    Profile(
        2, ("Audit", "Diagnostics", "Expertise", "Conseil énergie"),
        ("Audit énergétique Maison individuelle", "Audit énergétique Logement collectif"),
        ("audit-energetique", "dpe", "dtg"),
        "Audits énergétiques réglementaires, DPE collectifs et diagnostics techniques globaux.",
    ),
    Profile(
        1, ("Bureau d’études", "Ingénierie", "Fluides", "Thermique du bâtiment"),
        ("Etude thermique reglementaire", "Audit énergétique Logement collectif",
         "Etude système technique bâtiment", "Etude enveloppe du bâtiment", "Etude ACV", "Commisionnement"),
        ("bureau-etudes", "etudes-techniques", "audit-energetique"),
        "Études thermiques, simulation dynamique et suivi des consommations après travaux.",
    ),
    Profile(
        1, ("Architecture", "Atelier d’architecture", "Architectes"),
        ("Architecte", "Audit énergétique Logement collectif"),
        ("architecte", "moe"),
        "Réhabilitation d’immeubles habités, du diagnostic au suivi de chantier, avec les copropriétaires.",
    ),
)  # fmt: skip

CHARTER_PROFILES = (
    Profile(
        14, ("Atelier d’architecture", "Architectes", "Architecture"), (), ("architecte", "moe"),
        "Atelier d’architecture tourné vers l’existant : immeubles des années 1950 à 1980, surélévations, "
        "réhabilitations en site occupé. Nous présentons chaque étape en assemblée générale.",
    ),
    Profile(
        9, ("Maîtrise d’œuvre", "Coordination", "Conduite de travaux"), (), ("moe", "offre-globale"),
        "Maîtrise d’œuvre d’exécution : consultation des entreprises, pilotage et réception du chantier.",
    ),
    Profile(
        9, ("Assistance", "Accompagnement", "Conseil copropriété"), (), ("amo",),
        "Assistance à maîtrise d’ouvrage : plan de financement, dossiers d’aides et préparation des votes.",
    ),
    Profile(
        8, ("Diagnostics", "Expertise", "Audit"), (), ("dtg", "audit-energetique", "dpe"),
        "Diagnostics techniques globaux et plans pluriannuels de travaux pour les copropriétés de toute taille.",
    ),
    Profile(
        8, ("Bureau d’études", "Ingénierie", "Fluides"), (), ("bureau-etudes", "etudes-techniques"),
        "Bureau d’études thermiques et fluides : simulation, dimensionnement, contrôle des performances.",
    ),
    Profile(
        3, ("Extensions", "Surélévation", "Ossature bois"), (), ("extension-surelevation", "materiaux-biosources"),
        "Extensions et surélévations en ossature bois, avec des isolants biosourcés.",
    ),
    Profile(
        3, ("Paysage", "Jardins", "Végétal"), (), ("vegetalisation",),
        "Végétalisation de cours et de toitures, désimperméabilisation, ombrage des pieds d’immeuble.",
    ),
    Profile(2, ("Syndic", "Gestion immobilière"), (), ("syndic",), "Syndic engagé dans la rénovation énergétique."),
    Profile(2, ("Façades", "Ravalement"), (), ("ite", "facade"), "Ravalements isolants sur immeubles habités."),
    Profile(2, ("Adaptation", "Accessibilité"), (), ("adaptation-logement",), "Adaptation de salles d’eau et d’accès."),
)  # fmt: skip

# Domain → body and its own number for the qualification.
BODIES = {
    "Architecte": ("cnoa", "ARCHI"),
    "Audit énergétique Maison individuelle": ("qualibat", "8731"),
    "Audit énergétique Logement collectif": ("opqibi", "1905"),
    "Panneaux solaires photovoltaïques": ("qualitenr", "QUALIPV"),
    "Poêle ou insert bois": ("qualitenr", "QUALIBOIS AIR"),
    "Chaudière bois": ("qualitenr", "QUALIBOIS EAU"),
    "Pompe à chaleur : chauffage": ("qualitenr", "QUALIPAC"),
    "Chauffage et/ou eau chaude solaire": ("qualitenr", "QUALISOL"),
    "Radiateurs électriques, dont régulation.": ("qualifelec", "MGTI"),
    "Projet complet de rénovation": ("certibat", "RG"),
}
SURNAMES = (
    "Abadie", "Arnaud", "Azéma", "Barthès", "Baylac", "Bélanger", "Bonnet", "Bousquet", "Cabrol", "Carrère", "Castex",
    "Caussade", "Chauvin", "Combes", "Couderc", "Darnault", "Delmas", "Dupuy", "Escoffier", "Fabre", "Ferrand",
    "Fourcade", "Galinier", "Garrigues", "Gauthier", "Girard", "Gleizes", "Guiraud", "Hébrard", "Izard", "Jalabert",
    "Labatut", "Lacaze", "Lafforgue", "Lagarde", "Lamarque", "Laurens", "Lefèvre", "Loubet", "Malbosc", "Marty",
    "Mazières", "Montané", "Moulin", "Navarro", "Nouvel", "Oustalet", "Pagès", "Péchou", "Pélissier", "Pons", "Puech",
    "Quéré", "Rascol", "Rey", "Rivière", "Roumagnac", "Rouquette", "Sabatier", "Salvetat", "Sentenac", "Séguier",
    "Soulié", "Tardieu", "Teyssier", "Thomasset", "Tournier", "Vaissière", "Vergnes", "Vidal", "Viguier", "Ysard",
)  # fmt: skip
FIRST_NAMES = (
    "Adèle", "Amina", "Antoine", "Baptiste", "Camille", "Chloé", "Clément", "Élodie", "Fatou", "Françoise", "Gaël",
    "Hugo", "Inès", "Jean-Luc", "Julien", "Karim", "Léa", "Lucie", "Malik", "Marion", "Mathilde", "Nadia", "Nicolas",
    "Océane", "Pauline", "Rémi", "Sarah", "Sébastien", "Thomas", "Yannick", "Zoé",
)  # fmt: skip
STREETS = (
    "rue des Acacias", "rue du Chêne Vert", "avenue des Pyrénées", "chemin de la Plaine", "rue de l’Église",
    "route de Castres", "impasse des Lilas", "boulevard de la Gare", "rue Jean Jaurès", "place de la Halle",
    "allée des Tilleuls", "rue du Moulin", "chemin du Canal", "rue des Artisans", "avenue de l’Europe",
)  # fmt: skip
FANCIES = ("Occitane", "du Midi", "des Coteaux", "Horizon", "Cap", "Nord-Sud", "Bel Air", "de la Vallée", "Lisière")
