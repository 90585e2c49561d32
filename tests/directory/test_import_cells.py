"""What stands in one cell: every way people and exports write it."""

import re
from contextlib import suppress
from datetime import date

import pytest
from django.core.validators import URLValidator, validate_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.tables.errors import CellRefused
from core.tables.report import RowReport, defused
from directory.imports import cells
from directory.validators import validate_siret
from territories.positions import from_lambert93, in_france, position

ANY_TEXT = st.text(max_size=60)
SPITEFUL = st.one_of(
    ANY_TEXT, st.text(alphabet="0123456789+-/.()eE,: \u00a0", max_size=30), st.text(alphabet="[]'\"\\,a{}", max_size=40)
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("05 61 12 34 56", "05 61 12 34 56"),
        ("5 61 12 34 56", "05 61 12 34 56"),
        ("05.61.12.34.56", "05 61 12 34 56"),
        ("+33561123456", "05 61 12 34 56"),
        ("+33 (0)5 61 12 34 56", "05 61 12 34 56"),
        ("0033561123456", "05 61 12 34 56"),
        ("33561123456", "05 61 12 34 56"),
        ("０５６１１２３４５６", "05 61 12 34 56"),
        ("05\u00a061 12-34-56", "05 61 12 34 56"),
        ("+262 262 12 34 56", "02 62 12 34 56"),
        ("+352 26 12 34 56", "+35226123456"),
        ("", ""),
        ("00 00 00 00 00", ""),
    ],
)
def test_reads_a_phone(typed: str, read: str) -> None:
    assert cells.phone(typed)[0] == read


@pytest.mark.parametrize("typed", ["non renseigné 05", "12", "05 61 12 34", "call 0561123456", "0561123456789"])
def test_drops_an_unusable_phone_and_says_so(typed: str) -> None:
    number, doubt = cells.phone(typed)

    assert (number, bool(doubt)) == ("", True)


def test_keeps_the_first_of_two_phones_and_says_so() -> None:
    number, doubt = cells.phone("05 61 12 34 56 / 06 12 34 56 78")

    assert number == "05 61 12 34 56"
    assert "premier" in doubt


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("https://www.x.example/page", "https://www.x.example/page"),
        ("www.x.example", "http://www.x.example"),
        ("HTTPS://X.EXAMPLE", "https://X.EXAMPLE"),
        ("http://http://x.example", "http://x.example"),
        ("http://", ""),
        ("https:// ", ""),
        ("", ""),
        ("x.example:8080/a", "http://x.example:8080/a"),
    ],
)
def test_reads_a_site(typed: str, read: str) -> None:
    assert cells.website(typed)[0] == read


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "JaVaScript:alert(1)", "data:text/html,x", "ftp://x.example", "pas de site", "http://a@b.example",
     "http://x.example/" + "a" * 400, "java\tscript:alert(1)"],
)  # fmt: skip
def test_drops_a_site_that_is_no_web_address_and_says_so(typed: str) -> None:
    site, doubt = cells.website(typed)

    assert (site, bool(doubt)) == ("", True)


def test_says_which_addresses_are_admitted_when_a_site_is_a_script() -> None:
    assert "seules http:// et https://" in cells.website("javascript:alert(1)")[1]


def test_drops_an_address_that_hides_a_second_header() -> None:
    address, doubt = cells.email("a@b.example\r\nBcc: c@d.example")

    assert (address, bool(doubt)) == ("", True)


@pytest.mark.parametrize(
    ("typed", "read"), [("1000", "01000"), ("31 000", "31000"), ("31000.0", "31000"), ("３１０００", "31000"), ("", "")]
)
def test_reads_a_postcode(typed: str, read: str) -> None:
    assert cells.postcode(typed) == (read, "")


@pytest.mark.parametrize("typed", ["310", "2A004", "00123", "310000", "Toulouse"])
def test_drops_what_is_no_postcode(typed: str) -> None:
    assert cells.postcode(typed)[0] == ""


@pytest.mark.parametrize("typed", ["732 829 320 00074", "73282932000074", "732.829.320.00074", "73282932000074.0"])
def test_reads_a_siret_with_its_blanks(typed: str) -> None:
    assert cells.siret(typed) == "73282932000074"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("7328293200007", "13 chiffres"),
        ("8.02E+13", "scientifique"),
        ("8,02e+13", "scientifique"),
        ("73282932000075", "clé de contrôle"),
        ("", "14 chiffres"),
        ("abc", "14 chiffres"),
    ],
)
def test_refuses_a_broken_siret_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(CellRefused, match=reason):
        cells.siret(typed)


@pytest.mark.parametrize(
    "typed", ["2026/1/5", "2026-01-05", "2026-01-05T00:00:00.000Z", "2026-01-05 00:00", "2026/01/05 00:00:00+02:00"]
)
def test_reads_a_day_written_year_first(typed: str) -> None:
    assert cells.day(typed) == date(2026, 1, 5)


@pytest.mark.parametrize(
    "typed", ["12/31/2025", "2026-02-30", "46022", "", "2026-1/5", "1026-01-01", "2026-01-05 soir"]
)
def test_refuses_another_day(typed: str) -> None:
    with pytest.raises(CellRefused):
        cells.day(typed)


def test_reads_a_french_day_where_staff_write_it() -> None:
    assert cells.french_day("31/12/2025") == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ventilation mécanique", ("Ventilation mécanique",)),
        ("['Architecte', 'Ventilation mécanique']", ("Architecte", "Ventilation mécanique")),
        ('["Architecte","Isolation des murs par l\'extérieur"]', ("Architecte", "Isolation des murs par l'extérieur")),
        ("['Isolation des murs par l'extérieur', 'Architecte']", ("Isolation des murs par l'extérieur", "Architecte")),
        ("Fenêtres, volets, portes", ("Fenêtres, volets, portes",)),
        ("toitures  ou plafonds", ("toitures  ou plafonds",)),
        ("['Architecte', 'Architecte']", ("Architecte",)),
        ("[]", ()),
        ("", ()),
    ],
)
def test_reads_domains_as_text_or_array(typed: str, read: tuple[str, ...]) -> None:
    assert cells.names(typed) == read


def test_puts_swapped_degrees_right_and_says_so() -> None:
    place, doubt = position("1.444", "43.604")

    assert place == (43.604, 1.444)
    assert "inversées" in doubt


def test_turns_lambert_93_into_degrees_and_says_so() -> None:
    place, doubt = position("574356,5", "6279642,9")  # the Capitole in Toulouse

    assert place == pytest.approx((43.604, 1.444), abs=0.002)
    assert "Lambert" in doubt


def test_knows_the_origin_of_lambert_93() -> None:
    assert from_lambert93(700_000, 6_600_000) == (46.5, 3.0)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("0", "0"), ("40.7", "-74"), ("NaN", "1"), ("1e400", "1"), ("43.6", "")]
)
def test_drops_a_position_out_of_france_and_says_so(latitude: str, longitude: str) -> None:
    place, doubt = position(latitude, longitude)

    assert (place, bool(doubt)) == (None, True)


def test_knows_france_overseas() -> None:
    assert position("-20.88", "55.45") == ((-20.88, 55.45), "")


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@a", "\ta", "\ra", " =1", "\n=1"])
def test_defuses_a_formula(value: str) -> None:
    assert defused(value).startswith("'")


def test_report_cuts_a_value_at_100_characters_and_defuses_it() -> None:
    report = RowReport()

    report.refuse(7, "nom", "Motif", "=" + "x" * 500)

    assert report.as_csv().splitlines()[1] == "7;nom;refus;Motif;'=" + "x" * 99


@given(SPITEFUL)
def test_phone_is_empty_or_well_formed(typed: str) -> None:
    number, _doubt = cells.phone(typed)

    assert number == "" or re.fullmatch(r"0[1-9]( \d\d){4}|\+\d{8,15}", number)


@given(st.one_of(SPITEFUL, ANY_TEXT.map(lambda end: "http://" + end), ANY_TEXT.map(lambda end: "javascript:" + end)))
def test_site_is_empty_or_a_web_address(typed: str) -> None:
    site, _doubt = cells.website(typed)

    if site:
        assert site.startswith(("http://", "https://"))
        URLValidator(schemes=["http", "https"])(site)


@given(st.one_of(SPITEFUL, st.emails()))
def test_email_is_empty_or_valid(typed: str) -> None:
    address, _doubt = cells.email(typed)

    if address:
        validate_email(address)


@given(SPITEFUL)
def test_postcode_is_empty_or_five_digits(typed: str) -> None:
    assert re.fullmatch(r"|[0-9]{5}", cells.postcode(typed)[0])


@given(st.one_of(SPITEFUL, st.integers(10**13, 10**14 - 1).map(str)))
def test_siret_is_valid_or_refused(typed: str) -> None:
    with suppress(CellRefused):
        validate_siret(cells.siret(typed))  # raises another error when a false one went through


@given(
    st.dates(date(1980, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["{:%Y-%m-%d}", "{:%Y/%m/%d}", "{0.year}/{0.month}/{0.day}"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert cells.day(form.format(day)) == day


@given(SPITEFUL, SPITEFUL)
def test_position_is_in_france_or_nowhere(latitude: str, longitude: str) -> None:
    place, _doubt = position(latitude, longitude)

    assert place is None or in_france(*place)


@given(st.lists(st.sampled_from(["Architecte", "L'air", 'Dit "vert"', "A, b"]), unique=True, min_size=1), st.booleans())
@settings(max_examples=30)
def test_domains_survive_both_array_notations(names: list[str], as_json: bool) -> None:
    import json

    assert cells.names(json.dumps(names) if as_json else repr(names)) == tuple(names)


@given(ANY_TEXT)
def test_domains_never_raise(typed: str) -> None:
    assert all(name.strip() == name for name in cells.names(f"[{typed}]") + cells.names(typed))


@example("\x0c=")
@given(ANY_TEXT)
def test_reported_cells_never_begin_a_formula(value: str) -> None:
    report = RowReport()

    report.warn(1, value, value, value)

    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in _cells(report.as_csv()))


def _cells(text: str) -> list[str]:
    import csv

    return [cell for row in csv.reader(text.splitlines(keepends=True), delimiter=";") for cell in row]
