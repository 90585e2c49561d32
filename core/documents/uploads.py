"""What an uploaded document must be: its content says what its name says.

Nothing is unpacked: of an archive, the list of its files is read, and the few bytes in which an OpenDocument names
its kind.
"""

from pathlib import PurePath
from struct import unpack_from
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

PART_OF = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
END_OF_ARCHIVE, END_LENGTH = b"PK\x05\x06", 22
MOST_FILES = 5_000
LONGEST_LIST = 1_000_000
MOST_UNPACKED = 300_000_000
NOT_TEXT = frozenset(range(32)) - frozenset(b"\t\n\f\r")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def check(file: File) -> None:
    """Raise `ValidationError`, in the editor's words, for a document that is not what the site gives out."""
    kind = PurePath(file.name or "").suffix.lower().removeprefix(".")
    if kind not in settings.WAGTAILDOCS_EXTENSIONS:
        known = ", ".join(settings.WAGTAILDOCS_EXTENSIONS)
        raise _refused(_("Ce type de fichier n’est pas accepté. Ceux qui le sont : %(known)s.") % {"known": known})
    if file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        most = filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        raise _refused(
            _("Ce fichier est trop lourd : %(weight)s. Le maximum est de %(most)s.")
            % {"weight": filesizeformat(file.size), "most": most}
        )
    file.seek(0)
    try:
        _is_what_it_says(file, kind)
    finally:
        file.seek(0)


def _is_what_it_says(file: File, kind: str) -> None:
    if kind == "pdf":
        genuine = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")
    elif kind == "csv":
        genuine = _is_text(file)
    else:
        genuine = _is_office_file(file, kind)
    if not genuine:
        message = _("Ce fichier se nomme « .%(kind)s », mais son contenu est autre, ou il est abîmé.")
        raise _refused(message % {"kind": kind})


def _is_text(file: File) -> bool:
    """Tell whether a file is a table in plain text: neither a program, nor a page, nor a workbook renamed."""
    content = file.read()
    if content.startswith(UTF_16):
        return b"\x00\x00" not in content
    return not NOT_TEXT.intersection(content) and not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        (b"<", b"%PDF-")
    )


def _is_office_file(file: File, kind: str) -> bool:
    if not _has_a_short_list(file):
        return False
    try:
        with ZipFile(file) as archive:
            names = archive.namelist()
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise _refused(_("Ce fichier prendrait une place démesurée une fois ouvert : il n’est pas accepté."))
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise _refused(_("Ce fichier contient des macros : enregistrez-le sans elles."))
            if kind in PART_OF:
                return "[Content_Types].xml" in names and PART_OF[kind] in names
            return _kind_of_open_document(archive) == OPEN_DOCUMENT[kind]
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return False


def _kind_of_open_document(archive: ZipFile) -> bytes:
    if "mimetype" not in archive.namelist():
        return b""
    with archive.open("mimetype") as part:
        return part.read(100).strip()


def _has_a_short_list(file: File) -> bool:
    """Read the end of an archive, before its list: a list of a million names would take all the memory."""
    file.seek(max(0, file.size - 65_557))
    end = file.read()
    at = end.rfind(END_OF_ARCHIVE)
    file.seek(0)
    if at < 0 or len(end) < at + END_LENGTH:
        return False
    count, length = unpack_from("<HL", end, at + 10)
    return count <= MOST_FILES and length <= LONGEST_LIST


def _refused(message: str) -> ValidationError:
    return ValidationError(message, code="document_refused")
