"""Import the shop's own list: the signatories of its charter."""

from directory.imports.charter import CharterFormat
from directory.imports.command import ImportCommand


class Command(ImportCommand):
    """Replace what the directory knows from the charter's list by what a new file says."""

    help = "Importe la liste des signataires de la charte (modèle : directory/data/modele-professionnels.csv)."
    source_format = CharterFormat
