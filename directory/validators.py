from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import InvalidChecksum
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.fr import siret


def validate_siret(value: str) -> None:
    """Accept 14 digits whose checksum is right (La Poste has its own). Raise `ValidationError` in French."""
    try:
        siret.validate(value)
    except InvalidChecksum as error:
        raise ValidationError(_("Ce numéro SIRET n’existe pas : sa clé de contrôle est fausse.")) from error
    except StdnumError as error:
        raise ValidationError(_("Un numéro SIRET compte 14 chiffres, par exemple 732 829 320 00074.")) from error
