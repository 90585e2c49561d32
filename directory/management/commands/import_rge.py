"""Import the state's list of RGE firms."""

from directory.imports.command import ImportCommand
from directory.imports.rge import RgeFormat


class Command(ImportCommand):
    """Replace what the directory knows from the RGE list by what a new file says."""

    help = "Importe la liste publique des entreprises RGE (CSV de l’ADEME). Voir docs/imports.md."
    source_format = RgeFormat
