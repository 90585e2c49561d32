"""The public form on which anybody reports an error or asks that a sheet be taken away."""

import pytest
from django.test import Client

from core.advice import advice_service
from directory.corrections import tidy
from directory.models import CorrectionRequest
from tests.directory import records
from tests.directory.correction_forms import fill, text_of

pytestmark = pytest.mark.django_db


def test_a_report_is_kept_and_its_reference_shown_after_a_redirect(visitor, firm, address):
    answer = visitor.post(address, fill(visitor, address, email="jeanne@example.test"))

    kept = CorrectionRequest.objects.get()
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{address}{kept.reference}/"
    assert (kept.professional, kept.kind, kept.state) == (firm, "erreur", "nouveau")
    assert (kept.message, kept.email, kept.quarantined) == ("Le téléphone a changé.", "jeanne@example.test", False)
    assert kept.reference in text_of(visitor.get(answer.headers["Location"]))


def test_the_confirmation_tells_nothing_of_the_message(visitor, address):
    answer = visitor.post(address, fill(visitor, address, email="jeanne@example.test"))

    page = text_of(visitor.get(answer.headers["Location"]))
    assert "jeanne" not in page
    assert "Le téléphone a changé" not in page


def test_an_unknown_reference_is_not_found(visitor, address):
    assert visitor.get(f"{address}S-AAAAAAAA/").status_code == 404


def test_the_reference_of_another_sheet_is_not_found(visitor, address):
    location = visitor.post(address, fill(visitor, address)).headers["Location"]
    other = records.professional("Autre")

    assert visitor.get(f"{other.get_absolute_url()}signaler/{location.split('/')[-2]}/").status_code == 404


def test_the_form_says_how_long_and_how_to_be_answered(visitor, address):
    page = text_of(visitor.get(address))

    assert "24 mois" in page
    assert "laissez une adresse électronique ou un téléphone" in page
    assert advice_service().phone in page
    for name in ("name", "email", "tel"):
        assert f'autocomplete="{name}"' in page


def test_only_the_form_sets_a_cookie_and_nobody_may_cache_it(client, firm, address):
    form = client.get(address)

    assert set(form.cookies) == {"csrftoken"}
    assert "no-store" in form.headers["Cache-Control"]
    assert "private" in form.headers["Cache-Control"]
    assert not Client().get(firm.get_absolute_url()).cookies


def test_a_hidden_sheet_has_no_form(client):
    firm = records.professional(status="masque")

    assert client.get(f"{firm.get_absolute_url()}signaler/").status_code == 404


def test_a_wrong_slug_leads_to_the_right_one(client, firm, address):
    answer = client.get(f"/annuaire/autre-{firm.pk}/signaler/")

    assert answer.headers["Location"] == address


def test_a_number_too_large_is_not_found(client):
    assert client.get(f"/annuaire/x-{'9' * 30}/signaler/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"message": ""}, "Écrivez votre message."),
        ({"message": "\u200b\u200d\ufeff"}, "Écrivez votre message."),
        ({"message": "x" * 2001}, "2000"),
        ({"kind": "suppression"}, "Choisissez l’un des objets proposés."),
        ({"kind": ""}, "Choisissez l’objet"),
        ({"email": "a@b"}, "Écrivez une adresse"),
        ({"email": "a@b.fr\r\nBcc: x@y.fr"}, "Écrivez une adresse"),
        ({"phone": "appelez-moi"}, "Écrivez un numéro"),
        ({"phone": "06"}, "Écrivez un numéro"),
        ({"name": "n" * 500}, "120"),
    ],
)
def test_says_what_is_wrong_with_a_link_to_it_and_keeps_the_rest(visitor, address, typed, said):
    kept = {"message": "Gardé « tel quel » <b>\r\nsur deux lignes", "name": "O'Brien-Ñandú"}

    page = visitor.post(address, fill(visitor, address, **(kept | typed)))

    text = text_of(page)
    (field,) = typed
    assert page.status_code == 200
    assert not CorrectionRequest.objects.exists()
    assert "<title>Erreur : " in text
    assert said in text
    assert f'href="#id_{field}' in text
    for name, value in kept.items():
        assert name in typed or value in text


def test_what_is_typed_is_never_echoed_unescaped(visitor, address):
    page = visitor.post(address, fill(visitor, address, message="<script>alert(1)</script>", kind=""))

    assert "<script>alert(1)" not in page.content.decode()


@pytest.mark.parametrize("phone", ["06 12 34 56 78", "+33 6 12 34 56 78", "+33612345678", "06.12.34.56.78"])
def test_takes_telephones_as_people_write_them(visitor, address, phone):
    visitor.post(address, fill(visitor, address, phone=phone))

    assert CorrectionRequest.objects.get().phone == phone


def test_text_direction_and_invisible_signs_are_left_out_and_lines_kept(visitor, address):
    visitor.post(
        address, fill(visitor, address, message="Un\u202e de\x00ux\u200b\r\ntrois", name="O'Brien-Ñandú\u202e")
    )

    kept = CorrectionRequest.objects.get()
    assert (kept.message, kept.name) == ("Un deux\ntrois", "O'Brien-Ñandú")


def test_two_thousand_characters_with_line_breaks_fit(visitor, address):
    visitor.post(address, fill(visitor, address, message=("x" * 99 + "\r\n") * 19 + "x" * 100))

    assert len(CorrectionRequest.objects.get().message) == 2000


def test_extra_fields_change_nothing(visitor, address):
    forged = {"is_staff": "1", "state": "traite", "reference": "S-FORGE", "quarantined": "", "professional": "1"}

    visitor.post(address, fill(visitor, address, **forged))

    kept = CorrectionRequest.objects.get()
    assert kept.state == "nouveau"
    assert kept.reference != "S-FORGE"


def test_tidy_keeps_lines_and_drops_controls():
    assert tidy(" a\x07b\r\n\r\nc\td\x0b\ue000\re ") == "ab\n\nc\td\ne"


def test_the_form_costs_few_queries(client, address, django_assert_max_num_queries):
    client.get(address)

    with django_assert_max_num_queries(2):
        client.get(address)
