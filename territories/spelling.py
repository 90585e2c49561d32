"""A place as people type it: which words, which number. Pure functions, without the geography."""

import re
from dataclasses import dataclass

from core.text import clean, fold

MAX_TYPED = 120  # the longest label has 53 characters, an address some more; a longer text names no place
ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
LINKING = frozenset({"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sous", "sur"})
_TOKEN = re.compile(r"[a-z0-9]+")
_ORDINAL = re.compile(r"(\d{1,2})(?:er|ere|e|eme|ieme|nd|nde)")
_CORSICA = re.compile(r"2[ab]\d{0,3}")
_DIGITS_MISTYPED = str.maketrans("oil", "011")
_CEDEX = re.compile(r"\bcedex(?: *\d{1,2}\b)?")
_DISTRICT = re.compile(r"\b(?:arrondissement|arrdt|ardt|arr)\b\.?(?: de\b| d')?")
_OVER = re.compile(r"\bs/ ?s\b|\bs/")  # "Chalon s/ Saône"
_LABEL = re.compile(r"(.+) \((\w{2,5})\)")
_STRANGE = re.compile(r"[^\w\s'’‘´`\-‐‑–—.,;:()/&°!?#]")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, taken apart.

    `words` are folded, with "st" written out. `number` is a postcode, a part of one or a department's code ("" if
    none; `mended` when letters stood for digits). `district` is an arrondissement's number, 0 if none.
    `strange`: characters that no place's name holds.
    """

    text: str
    words: tuple[str, ...] = ()
    number: str = ""
    district: int = 0
    mended: bool = False
    strange: bool = False

    @property
    def key(self) -> str:
        """Give the words run together: "L'Union", "l union" and "lunion" are one."""
        return "".join(self.words)


def words(text: str) -> tuple[str, ...]:
    """Give the folded words of a name, abbreviations written out ("St-Orens" → "saint", "orens")."""
    return tuple(ABBREVIATIONS.get(token, token) for token in _TOKEN.findall(_OVER.sub("sur ", fold(text))))


def key(text: str) -> str:
    """Give a name's words run together ("L’Union" → "lunion"): the form under which names are compared."""
    return "".join(words(text))


def split_label(text: str) -> tuple[str, str] | None:
    """Take apart a label of ours: "Balma (31130)" → ("balma", "31130"); None for any other text."""
    match = _LABEL.fullmatch(text)
    return (key(match[1]), match[2].upper()) if match else None


def take_apart(typed: str) -> Typed:
    """Read what a visitor typed: repair digits, join "31 000", set CEDEX and polite words aside."""
    text = clean(typed)
    plain = _CEDEX.sub(" ", _DISTRICT.sub(" ", fold(text)))
    tokens = _TOKEN.findall(_OVER.sub("sur ", plain))
    names, numbers, districts, mended = _sort(tokens)
    if not names and not districts:
        numbers = ["".join(numbers)] if numbers else []
    return Typed(
        text=text,
        words=_without_country(names, numbers),
        number=_postcode_among(_joined(numbers)),
        district=districts[0] if districts else 0,
        mended=mended,
        strange=bool(_STRANGE.search(text)) or any(c.isnumeric() and not c.isdecimal() for c in text),
    )


def _sort(tokens: list[str]) -> tuple[list[str], list[str], list[int], bool]:
    names: list[str] = []
    numbers: list[str] = []
    districts: list[int] = []
    mended = False
    for token in tokens:
        if ordinal := _ORDINAL.fullmatch(token):
            districts.append(int(ordinal[1]))
        elif _CORSICA.fullmatch(token):
            numbers.append(token.upper())
        elif number := _digits(token):
            mended |= number != token
            numbers.append(number)
        else:
            names.append(ABBREVIATIONS.get(token, token))
    return names, numbers, districts, mended


def _digits(token: str) -> str:
    """Give the number that a token was meant to be ("3100o" → "31000"), "" when it is a word."""
    number = token.translate(_DIGITS_MISTYPED)
    typed = sum(character.isdigit() for character in token)
    enough = typed * 2 >= len(token) or (len(token) == 5 and typed > 1)  # "31ooo" is a postcode all the same
    return number if number.isdigit() and enough else ""


def _joined(numbers: list[str]) -> list[str]:
    """Put "31 000" together again."""
    joined: list[str] = []
    for number in numbers:
        if joined and len(joined[-1]) == 2 and len(number) == 3:
            joined[-1] += number
        else:
            joined.append(number)
    return joined


def _postcode_among(numbers: list[str]) -> str:
    """Choose the number that tells the place: in an address, the one with five digits."""
    whole = [number for number in numbers if len(number) == 5]
    return next(reversed(whole or numbers), "")


def _without_country(names: list[str], numbers: list[str]) -> tuple[str, ...]:
    if numbers and names and names[0] in {"f", "fr"}:
        names = names[1:]
    if names and names[-1] == "france" and (numbers or len(names) == 2):
        names = names[:-1]
    return tuple(names)
