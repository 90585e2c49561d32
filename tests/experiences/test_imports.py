"""Case studies from a file: rehearsed, confirmed, drafts only, the same file twice changes nothing."""

import csv
import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from accounts.roles import ADVISERS, KEEPERS, WRITERS
from experiences.imports import services
from experiences.models import CaseImport, ExperienceIndexPage, ExperiencePage
from home.models import HomePage
from tests.accounts.people import member
from tests.experiences.complete_cases import complete_case
from tests.experiences.import_files import CASE, bomb, table, upload, workbook
from tests.home.samples import experience_index

pytestmark = pytest.mark.django_db
SEND = "/gestion/fiches/import/"
REGISTER = {
    "Numéro d'immatriculation": "AB1234567", "Nom d’usage de la copropriété": "non connu",
    "Adresse de référence": "12 rue des Lilas", "Code Officiel Commune": "31044",
    "Période de construction": "DE_1961_A_1974", "Nombre total de lots": "96",
    "Nombre de lots à usage d’habitation": "40", "lat": "43.61", "long": "1.49", "Type de syndic": "professionnel",
}  # fmt: skip
BAD = {
    "empty": "", "html": "<!DOCTYPE html><p>", "json": '{"a": 1}', "no known column": "a;b\r\n1;2\r\n",
    "doubled column": "titre;titre\r\na;b\r\n",
    "unclosed quote": 'titre;commune\r\n"Les Tilleuls;Balma\r\n' + "x\r\n" * 300,
    "long line": "titre\r\n" + "a" * 100_000, "no row": "titre;commune\r\n", "zip": b"PK\x03\x04" + b"\x00" * 200,
    "nul": b"\x00" * 5000,
}  # fmt: skip
BAD_CELLS = [
    ("logements", "beaucoup", "nombre"), ("logements", "0", "bornes"), ("logements", "8.02E+13", "nombre"),
    ("fin_travaux", "12/31/2025", "calendrier"), ("code_insee", "99999", "INSEE"), ("periode", "hier", "Mot inconnu"),
    ("travaux", "plombier", "Métier inconnu"), ("votes", "hier ; rien", "Date"), ("aides", "Aide sans montant", "aide"),
    ("numero_immatriculation", "123", "deux lettres"), ("cout", "-5", "bornes"), ("protege", "peut-être", "oui"),
    ("chauffage_energie", "=HYPERLINK(1)", "Mot inconnu"),
]  # fmt: skip


@pytest.fixture
def index(home: HomePage) -> ExperienceIndexPage:
    return experience_index(home)


@pytest.fixture
def writer(client: Client, index: ExperienceIndexPage) -> Client:
    client.force_login(member(WRITERS))
    return client


def send(index: ExperienceIndexPage, content: bytes | str, name: str = "fiches.csv") -> CaseImport:
    data = content.encode() if isinstance(content, str) else content
    return services.send(name=name, content=data, index=index, by=None)


def counts(sent: CaseImport) -> tuple[int, int, int, int]:
    return sent.created, sent.changed, sent.unchanged, sent.refused


def brought(index: ExperienceIndexPage, content: bytes | str) -> CaseImport:
    return services.confirm(pk=send(index, content).pk, by=None)


def test_a_rehearsal_writes_nothing(index: ExperienceIndexPage) -> None:
    sent = send(index, table(CASE))

    assert (sent.outcome, counts(sent)) == (CaseImport.Outcome.WAITING, (1, 0, 0, 0))
    assert not ExperiencePage.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        table(CASE), table(CASE, delimiter=","), table(CASE, delimiter="\t"), "\ufeff" + table(CASE),
        table(CASE).encode("cp1252"), table(CASE).encode("utf-16"), workbook(CASE),
        workbook(dict(reversed(CASE.items()))),
    ],
)  # fmt: skip
def test_a_confirmed_file_makes_drafts(index: ExperienceIndexPage, content: bytes | str) -> None:
    brought(index, content)

    page = ExperiencePage.objects.get(alias_of=None)
    assert (page.live, page.title, page.slug, page.commune_id, page.dwellings) == (
        False, "Les Tilleuls", "les-tilleuls", "31044", 40,
    )  # fmt: skip
    assert page.cost == Decimal("1240000")
    assert page.why == "<p>Il faisait &lt;froid&gt;.</p>"
    assert [(aid.name, aid.amount) for aid in page.aids.all()][1] == ("Aide B", Decimal("60000.50"))
    assert [vote.majority for vote in page.votes.all()] == ["25"]
    assert sorted(trade.slug for trade in page.works.all()) == ["amo", "architecte"]
    assert page.get_latest_revision() is not None


@pytest.mark.parametrize("make", [table, workbook, lambda row: table(REGISTER)])
def test_the_same_file_twice_changes_nothing(index: ExperienceIndexPage, make: Any) -> None:
    brought(index, make(CASE))

    again = send(index, make(CASE))

    assert counts(again) == (0, 0, 1, 0)


def test_a_published_page_gets_a_draft_and_readers_see_no_change(index: ExperienceIndexPage) -> None:
    page = complete_case(index)
    page.slug = "les-tilleuls"
    page.save()

    done = brought(index, table({"cle": "les-tilleuls", "titre": "Les Grands Tilleuls", "logements": "41"}))

    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert counts(done) == (0, 1, 0, 0)
    assert (page.live, page.title, page.dwellings) == (True, "Les Tilleuls", 40)
    assert (draft.title, draft.dwellings, draft.floor_area) == ("Les Grands Tilleuls", 41, 2600)


def test_the_columns_of_the_register_are_known(index: ExperienceIndexPage) -> None:
    brought(index, table(REGISTER))

    page = ExperiencePage.objects.get(alias_of=None)
    assert (page.register_number, page.period, page.lots, page.dwellings) == ("AB1234567", "1949-1974", 96, 40)
    assert (page.address, page.commune_id, page.latitude) == ("12 rue des Lilas", "31044", 43.61)
    assert page.housing == "copropriete"
    assert not any(secret in page.title + page.slug for secret in ("Lilas", "lilas", "AB1234567"))


def test_a_case_is_known_again_by_its_number(index: ExperienceIndexPage) -> None:
    brought(index, table(REGISTER))

    again = brought(index, table(REGISTER | {"Nombre total de lots": "97"}))

    assert counts(again) == (0, 1, 0, 0)
    assert ExperiencePage.objects.filter(alias_of=None).count() == 1


@pytest.mark.parametrize(("column", "value", "reason"), BAD_CELLS)
def test_one_bad_row_refuses_the_whole_file_and_says_where(
    index: ExperienceIndexPage, column: str, value: str, reason: str
) -> None:
    rows = [CASE | {"cle": "bon"}, CASE | {"cle": "mauvais", column: value}]
    sent = send(index, table(*({column: ""} | row for row in rows)))

    assert sent.outcome == CaseImport.Outcome.REFUSED
    _head, (line, where, gravity, why, shown) = list(csv.reader(io.StringIO(sent.report), delimiter=";"))
    assert (line, where, gravity) == ("3", column, "refus")
    assert reason in why
    assert len(shown) <= 100
    assert not shown.startswith("=")
    assert not ExperiencePage.objects.exists()


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_what_is_no_list_is_refused_with_its_reason(index: ExperienceIndexPage, content: bytes | str) -> None:
    sent = send(index, content, "../../x.csv")

    assert sent.outcome == CaseImport.Outcome.REFUSED
    assert sent.reasons
    assert sent.file_name == "x.csv"


def test_a_zip_bomb_is_refused_before_it_is_opened(index: ExperienceIndexPage) -> None:
    assert "trop lourd" in send(index, bomb(), "fiches.xlsx").reasons


def test_another_archive_and_a_broken_workbook_are_refused(index: ExperienceIndexPage) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook>")

    assert "abîmé" in send(index, file.getvalue()).reasons


def test_the_same_case_twice_in_a_file_is_refused(index: ExperienceIndexPage) -> None:
    sent = send(index, table(CASE, CASE))

    assert "Même cas qu’à la ligne 2." in sent.report


def test_a_failure_halfway_leaves_nothing(index: ExperienceIndexPage, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = send(index, table(CASE, CASE | {"cle": "deux"}))
    made = services._create

    def break_at_the_second(row: Any, *args: Any) -> None:
        if row.key == "deux":
            raise RuntimeError
        made(row, *args)

    monkeypatch.setattr(services, "_create", break_at_the_second)
    with pytest.raises(RuntimeError):
        services.confirm(pk=sent.pk, by=None)

    assert not ExperiencePage.objects.exists()
    assert CaseImport.objects.get().waits


def test_the_screens_lead_from_the_file_to_the_drafts(writer: Client) -> None:
    page = writer.get(SEND)
    index = page.context["form"].fields["index"].initial
    sent = writer.post(SEND, {"index": index, "file": upload(table(CASE))}, follow=True)
    address = sent.redirect_chain[-1][0]
    assert "Brouillons à créer" in sent.content.decode()

    done = writer.post(f"{address}confirmer/", follow=True)
    again = writer.post(f"{address}confirmer/", follow=True)

    assert "1 brouillons créés" in done.content.decode()
    assert "déjà terminé" in again.content.decode()
    assert ExperiencePage.objects.filter(alias_of=None).count() == 1


def test_a_refused_file_has_its_report_to_download(writer: Client, index: ExperienceIndexPage) -> None:
    answer = writer.post(SEND, {"index": index.pk, "file": upload(table(CASE | {"logements": "=1+1"}))}, follow=True)

    report = writer.get(f"{answer.redirect_chain[-1][0]}rapport.csv")
    assert report.headers["Content-Type"].startswith("text/csv")
    assert "'=1+1" in report.content.decode("utf-8-sig")


@pytest.mark.parametrize("role", [KEEPERS, ADVISERS])
def test_only_those_who_write_pages_may_import(client: Client, index: ExperienceIndexPage, role: str) -> None:
    client.force_login(member(role))

    for path in (SEND, "/gestion/fiches/export.csv", "/gestion/fiches/modele.csv"):
        assert client.get(path).status_code in (302, 403)
        assert client.get(path).headers.get("Location", "/gestion/") == "/gestion/"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_exported_is_imported_without_a_change(client: Client, index: ExperienceIndexPage, kind: str) -> None:
    complete_case(index)
    client.force_login(User.objects.create_superuser("chef@example.test"))

    file = client.get(f"/gestion/fiches/export.{kind}")

    assert counts(send(index, file.content)) == (0, 0, 1, 0)


def test_an_export_holds_no_formula(client: Client, index: ExperienceIndexPage) -> None:
    complete_case(index, "=HYPERLINK(1)", quote="@SUM(1)", quote_author="\tTab")
    client.force_login(User.objects.create_superuser("chef@example.test"))

    text = client.get("/gestion/fiches/export.csv").content.decode("utf-8-sig")

    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_the_template_is_read_without_a_remark(client: Client, index: ExperienceIndexPage) -> None:
    client.force_login(User.objects.create_superuser("chef@example.test"))

    for kind in ("csv", "xlsx"):
        assert counts(send(index, client.get(f"/gestion/fiches/modele.{kind}").content)) == (1, 0, 0, 0)
