"""What a file is made of: refuses what is not text, and tells how its text is encoded."""

import codecs
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from core.tables.errors import ImportRefused

HEAD = 65_536  # bytes looked at to recognise a file
CHUNK = 1 << 20
MAX_BINARY_LINE = 1 << 16
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec's name; `errors` is "replace" when a few bytes do not fit."""

    codec: str
    errors: str = "strict"


def encoding_of(path: Path) -> Encoding:
    """Recognise the encoding of a text file. Raise `ImportRefused` when it is missing, empty or not text."""
    _check_regular(path)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            _check_text(head)
            return _encoding(head, file)
    except OSError as error:
        raise ImportRefused(_("Le fichier « %s » ne peut pas être lu.") % path.name) from error


def _check_regular(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise ImportRefused(_("Le fichier « %s » n’existe pas ou n’est pas accessible.") % path.name) from error
    if stat.S_ISDIR(mode):
        raise ImportRefused(_("« %s » est un dossier, pas un fichier.") % path.name)
    if not stat.S_ISREG(mode):
        raise ImportRefused(_("« %s » n’est pas un fichier ordinaire.") % path.name)


def _check_text(head: bytes) -> None:
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()[:512].lower()
    if not start:
        raise ImportRefused(_("Le fichier est vide."))
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise ImportRefused(
            _("Ce fichier est un classeur (.xlsx, .ods) ou une archive zip : enregistrez-le au format CSV.")
        )
    if head.startswith((b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF", b"Rar!", b"7z\xbc\xaf")):
        raise ImportRefused(_("Ce fichier n’est pas un CSV (classeur .xls, PDF ou archive)."))
    if start.startswith((b"<", b"<\x00")):
        raise ImportRefused(
            _("Ce fichier est une page web (HTML ou XML), pas un CSV : téléchargez la liste elle-même.")
        )
    if start.startswith((b"{", b"[{", b"[\n")):
        raise ImportRefused(_("Ce fichier est du JSON, pas un CSV : téléchargez la liste au format CSV."))


def _encoding(head: bytes, file: BinaryIO) -> Encoding:
    if head.startswith(codecs.BOM_UTF32_LE):
        raise ImportRefused(_("Encodage UTF-32 non lu : enregistrez le fichier en UTF-8."))
    for bom, codec in BOMS:
        if head.startswith(bom):
            return Encoding(codec)
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 10:
        if min(even, odd) > max(even, odd) // 4:
            raise ImportRefused(_("Ce fichier n’est pas un texte : il contient des octets nuls."))
        return Encoding("utf-16-le" if odd > even else "utf-16-be")
    file.seek(0)
    return Encoding("utf-8") if _is_utf8(file) else _eight_bits(file)


def _is_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _eight_bits(file: BinaryIO) -> Encoding:
    """Choose between Windows-1252 and UTF-8 with a few bad bytes, by what most of the accented lines are."""
    file.seek(0)
    balance = 0
    while line := file.readline(MAX_BINARY_LINE):
        if not line.isascii():
            try:
                line.decode("utf-8")
                balance += 1
            except UnicodeDecodeError:
                balance -= 1
    return Encoding("utf-8", "replace") if balance > 0 else Encoding("cp1252", "replace")
