from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import InvalidChecksum
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.fr import siret

SHAPE = _("Un numéro SIRET compte 14 chiffres, par exemple 73282932000074.")


def validate_siret(value: str) -> None:
    """Accept 14 digits, no blank, whose checksum is right (La Poste has its own). Raise `ValidationError` in French."""
    if not (value.isascii() and value.isdecimal()):  # the library would let blanks and full-width digits through
        raise ValidationError(SHAPE)
    try:
        siret.validate(value)
    except InvalidChecksum as error:
        raise ValidationError(_("Ce numéro SIRET n’existe pas : sa clé de contrôle est fausse.")) from error
    except StdnumError as error:
        raise ValidationError(SHAPE) from error
