"""Files as they come: shapes that are read, and things that are no list, refused with a French sentence."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.tables.csv_files import MAX_LINE, Columns, TableRow, open_table
from core.tables.errors import ImportRefused

COLUMNS = Columns(required=("siret", "nom"), expected=("ville",), optional=("note",))
PLAIN = "siret;nom;ville\r\n1;Été;Léguevin\r\n2;Deux;L'Union\r\n"


def rows(folder: Path, content: str | bytes) -> list[TableRow]:
    path = folder / "liste.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with open_table(path, COLUMNS) as table:
        return list(table.rows)


def refusal(folder: Path, content: str | bytes) -> str:
    with pytest.raises(ImportRefused) as caught:
        rows(folder, content)
    assert not caught.value.forceable
    return str(caught.value)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_reads_every_encoding(tmp_path: Path, codec: str) -> None:
    found = rows(tmp_path, PLAIN.encode(codec))

    assert [row.cells["nom"] for row in found] == ["Été", "Deux"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_reads_every_delimiter(tmp_path: Path, delimiter: str) -> None:
    found = rows(tmp_path, PLAIN.replace(";", delimiter))

    assert found[0].cells == {"siret": "1", "nom": "Été", "ville": "Léguevin"}


def test_keeps_utf_8_when_a_single_byte_is_broken(tmp_path: Path) -> None:
    content = PLAIN.encode() + "3;Élan;Balma\r\n".encode() + b"4;Mauvais\xff;Balma\r\n"

    assert rows(tmp_path, content)[0].cells["nom"] == "Été"


@pytest.mark.parametrize(
    "header", ["ville;note;nom;siret", " SIRET ;NOM;Ville", '"siret";"Nom";"VILLE"', "siret;autre;nom;;ville;;"]
)
def test_reads_columns_in_any_order_case_and_company(tmp_path: Path, header: str) -> None:
    line = ";".join(
        {"siret": "1", "nom": "Un", "ville": "Balma"}.get(c.strip(' "').lower(), "") for c in header.split(";")
    )

    found = rows(tmp_path, f"{header}\n{line}\n")

    assert (found[0].cells["siret"], found[0].cells["nom"], found[0].cells["ville"]) == ("1", "Un", "Balma")


def test_counts_lines_from_the_header_on_even_over_blank_ones_and_quoted_breaks(tmp_path: Path) -> None:
    found = rows(tmp_path, 'siret;nom;ville\n1;"Un\nDeux";Balma\n\n2;Trois;Balma\n')

    assert [(row.line, row.cells["nom"]) for row in found] == [(2, "Un\nDeux"), (5, "Trois")]


def test_reads_past_the_line_that_a_spreadsheet_puts_first(tmp_path: Path) -> None:
    assert len(rows(tmp_path, "sep=;\n" + PLAIN)) == 2


def test_refuses_a_row_cut_elsewhere_and_reads_the_next(tmp_path: Path) -> None:
    found = rows(tmp_path, 'siret;nom;ville\n1;Un\n2;Deux;Balma;trop\n3;"Tr"ois";Balma\n4;Quatre;Balma\n')

    assert [(row.line, bool(row.fault)) for row in found] == [(2, True), (3, True), (4, True), (5, False)]


def test_refuses_an_unclosed_quote_with_its_line(tmp_path: Path) -> None:
    assert "Ligne 3" in refusal(tmp_path, 'siret;nom;ville\n1;Un;Balma\n2;"Deux;Balma\n' + "3;Trois;Balma\n" * 1000)


def test_refuses_a_quote_that_closes_so_far_that_it_swallowed_rows(tmp_path: Path) -> None:
    swallowed = "3;Trois;Balma\n" * 300

    assert "Ligne 2" in refusal(tmp_path, f'siret;nom;ville\n1;"Un;Balma\n{swallowed}4;Quatre";Balma\n')


def test_refuses_an_unclosed_quote_at_the_end(tmp_path: Path) -> None:
    assert "Ligne 2" in refusal(tmp_path, 'siret;nom;ville\n1;"Un;Balma\n')


def test_refuses_an_endless_line_without_reading_it_all(tmp_path: Path) -> None:
    message = refusal(tmp_path, "siret;nom;ville\n1;" + "x" * 50_000_000 + ";Balma\n")

    assert "Ligne 2" in message
    assert str(MAX_LINE) in message


def test_refuses_a_renamed_column_and_names_the_likely_one(tmp_path: Path) -> None:
    message = refusal(tmp_path, "siret;noms;ville\n1;Un;Balma\n")

    assert "absente : nom" in message
    assert "noms" in message


def test_refuses_a_doubled_column(tmp_path: Path) -> None:
    assert "double" in refusal(tmp_path, "siret;nom;NOM;ville\n1;Un;Deux;Balma\n")


def test_names_the_expected_columns_that_are_missing(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("siret;nom\n1;Un\n")

    with open_table(path, COLUMNS) as table:
        assert table.missing == ("ville",)


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bombe.csv", b"0" * 5_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b"\xef\xbb\xbf", "vide"),
        (b"\n\n \n", "vide"),
        (b"<!DOCTYPE html><html><body>siret;nom</body></html>", "page web"),
        (b"\n <html>", "page web"),
        (b"<?xml version='1.0'?><Workbook/>", "page web"),
        (_zip(), "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "CSV"),
        (b"%PDF-1.7\n", "CSV"),
        (b"\x1f\x8b\x08\0\0", "CSV"),
        (b'{"results": []}', "JSON"),
        (b'[{"siret": 1}]', "JSON"),
        (bytes(range(256)) * 40 + b"\0" * 3000, "octets nuls"),
        ("siret;nom".encode("utf-32"), "UTF-32"),
        (b"bonjour\n", "absente"),
        (b"siret;nom;ville\n1;Un;Balma".decode().encode("utf-16")[:-1], "illisibles"),
    ],
)
def test_refuses_what_is_no_csv(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in refusal(tmp_path, content)


@pytest.mark.parametrize("name", ["absent.csv", "../../absent.csv", "nul\0.csv", "x" * 300 + ".csv"])
def test_refuses_a_missing_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImportRefused, match="n’existe pas"), open_table(tmp_path / name, COLUMNS):
        pass


def test_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="dossier"), open_table(tmp_path, COLUMNS):
        pass


def test_refuses_a_device() -> None:
    with pytest.raises(ImportRefused, match="ordinaire"), open_table(Path("/dev/zero"), COLUMNS):
        pass


ANY_FILE = st.one_of(
    st.binary(max_size=300),
    st.text(alphabet=';,"\n\r\t\0été12', max_size=120).map(lambda text: ("siret;nom;ville\n" + text).encode()),
)
NAMES = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\0"), min_size=1, max_size=20)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_FILE)
def test_any_bytes_are_read_or_refused_in_words(tmp_path: Path, content: bytes) -> None:
    found = []
    with suppress(ImportRefused):
        found = rows(tmp_path, content)

    assert all(row.fault or set(row.cells) >= {"siret", "nom"} for row in found)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=1, max_size=5))
def test_cells_come_back_as_written(tmp_path: Path, names: list[str]) -> None:
    quoted = "".join('1;"{}";Balma\n'.format(name.replace('"', '""')) for name in names)

    found = rows(tmp_path, "siret;nom;ville\n" + quoted)

    assert [row.cells["nom"] for row in found] == names
