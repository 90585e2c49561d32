"""Names of places inside a sentence: French melts the article into the preposition ("du Vernet", "d’Albi")."""

from django.utils.translation import get_language

_VOWELS = "AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜŒÆ"


def of_name(name: str) -> str:
    """Give "de Toulouse", "d’Albi", "du Vernet", "des Ulis"; in other languages the bare name."""
    if not _french():
        return name
    if name.startswith(("Le ", "Les ")):
        return ("du " if name[2] == " " else "des ") + name.split(" ", 1)[1]
    return f"d’{name}" if name[:1].upper() in _VOWELS else f"de {name}"


def at_name(name: str) -> str:
    """Give "à Toulouse", "au Vernet", "aux Ulis"; in other languages the bare name."""
    if not _french():
        return name
    if name.startswith(("Le ", "Les ")):
        return ("au " if name[2] == " " else "aux ") + name.split(" ", 1)[1]
    return f"à {name}"


def _french() -> bool:
    return (get_language() or "fr").startswith("fr")
