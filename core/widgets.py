from django.forms import CheckboxSelectMultiple


class TickBoxes(CheckboxSelectMultiple):
    """Several choices, each a box to tick."""
