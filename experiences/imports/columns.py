"""The columns of a file of case studies: ours, and the names that the State's register gives to some of them.

To follow the register when it renames a column, add the new name to `REGISTER`; to read another value of its lists, add
it to `PERIODS`, `MODES` or `ENERGIES`. Names are compared folded: lower case, no accent, "_" for blanks and hyphens.
"""

from core.tables.csv_files import Columns

# Ours, in the order of the template and of exports.
OURS = (
    "cle", "titre", "resume", "logement", "commune", "code_insee", "adresse", "latitude", "longitude", "precision",
    "numero_immatriculation", "periode", "logements", "lots", "etages", "surface", "chauffage_mode",
    "chauffage_energie", "chauffage_mode_apres", "chauffage_energie_apres", "protege", "debut_travaux", "fin_travaux",
    "travaux", "votes", "methode", "mesure_avant_le", "kwhep_avant", "kwhep_electricite_avant", "kgco2_avant",
    "mesure_apres_le", "kwhep_apres", "kwhep_electricite_apres", "kgco2_apres", "factures_avant", "factures_apres",
    "cout", "aides", "pret", "pret_annees", "pret_taux", "paye_comptant", "autorisation_de", "autorisation_le",
    "autorisation_jusqu_au", "pourquoi", "obstacles", "assemblee", "lecons", "citation", "citation_auteur",
)  # fmt: skip

# The national register of co-ownerships (RNIC, open data of Anah, Licence Ouverte). Its files were published under
# several spellings: those of the quarterly CSV ("nombre_total_de_lots") and the shorter ones of its form.
REGISTER = {
    "numero_immatriculation": ("numero_d_immatriculation",),
    "titre": ("nom_d_usage_de_la_copropriete", "nom_usage_copropriete"),
    "adresse": ("adresse_de_reference", "adresse_reference"),
    "code_insee": ("code_officiel_commune", "code_insee_commune"),
    "periode": ("periode_de_construction", "periode_construction"),
    "lots": ("nombre_total_de_lots", "nombre_total_lots"),
    "logements": (
        "nombre_de_lots_a_usage_d_habitation", "nombre_lots_habitation", "nombre_lots_a_usage_habitation",
    ),
    "latitude": ("lat",),
    "longitude": ("long",),
    "chauffage_mode": ("type_chauffage", "type_de_chauffage"),
    "chauffage_energie": ("energie_utilisee", "energie_de_chauffage"),
}  # fmt: skip

PERIODS = {
    "avant_1949": "before-1949",
    "de_1949_a_1960": "1949-1974",
    "de_1961_a_1974": "1949-1974",
    "de_1949_a_1974": "1949-1974",
    "1949_1974": "1949-1974",
    "de_1975_a_1993": "1975-1993",
    "1975_1993": "1975-1993",
    "de_1994_a_2000": "1994-2000",
    "1994_2000": "1994-2000",
    "de_2001_a_2010": "2001-2010",
    "2001_2010": "2001-2010",
    "a_compter_de_2011": "after-2010",
    "a_compter_2011": "after-2010",
    "apres_2010": "after-2010",
    "apres_2011": "after-2010",
}
MODES = {"collectif": "collective", "individuel": "individual"}
ENERGIES = {
    "gaz": "gas",
    "gaz_naturel": "gas",
    "electricite": "electricity",
    "electrique": "electricity",
    "pompe_a_chaleur": "heat-pump",
    "fioul": "oil",
    "fioul_domestique": "oil",
    "bois": "wood",
    "bois_granules": "wood",
    "reseau_de_chaleur": "heat-network",
    "chauffage_urbain": "heat-network",
    "gpl": "lpg",
    "propane": "lpg",
    "propane_gpl": "lpg",
}
PRECISIONS = {"exacte": "exact", "rue": "street", "quartier": "quarter"}
METHODS = {"dpe": "dpe", "audit": "audit", "factures": "bills"}
HOUSING = {"maison": (True, False), "copropriete": (False, True)}
# What the register writes where it knows nothing.
NOTHING = frozenset({"non_connu", "non_connue", "non_renseigne", "non_renseignee", "nc", "inconnu", "inconnue"})


def _spellings(name: str) -> tuple[str, ...]:
    """Give a name of the register as headers write it, with or without the apostrophe."""
    return tuple(dict.fromkeys((name, name.replace("_d_", "_d'"), name.replace("_l_", "_l'"))))


ALIASES = {spelling: ours for ours, names in REGISTER.items() for name in names for spelling in _spellings(name)}
COLUMNS = Columns(required=(), optional=(*OURS, *ALIASES))
EXAMPLE = {
    "cle": "exemple-a-remplacer", "titre": "Résidence Les Tilleuls", "logement": "copropriete", "commune": "Balma",
    "code_insee": "31044", "precision": "quartier", "periode": "1949-1974", "logements": "40", "surface": "2600",
    "chauffage_mode": "collectif", "chauffage_energie": "gaz", "debut_travaux": "2023-03-01",
    "fin_travaux": "2024-06-30", "travaux": "ite|menuiseries", "votes": "2022-05-12 ; Travaux ; 25 ; 78 % des voix",
    "methode": "audit", "mesure_avant_le": "2021-09-01", "kwhep_avant": "290", "kgco2_avant": "55",
    "mesure_apres_le": "2024-09-01", "kwhep_apres": "120", "kgco2_apres": "12", "cout": "1240000",
    "aides": "MaPrimeRénov’ Copropriété : 420000 | Éco-chèque : 60000",
}  # fmt: skip
