import pytest

pytestmark = pytest.mark.django_db
PUBLIC = ["/annuaire/", "/robots.txt", "/une-page-qui-n-existe-pas/"]


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_allow_no_inline_code_and_no_frame(client, path):
    policy = client.get(path).headers["Content-Security-Policy"]

    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_carry_the_promised_headers(client, path):
    headers = client.get(path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", PUBLIC)
def test_reading_sets_no_cookie(client, path):
    assert not client.get(path).cookies


def test_the_sign_in_page_may_not_be_framed(client):
    assert client.get("/gestion/login/").headers["X-Frame-Options"] == "DENY"


def test_an_address_with_a_nul_is_refused_not_crashed(client):
    assert client.get("/annuaire/%00/").status_code == 400


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example"])
def test_a_foreign_host_is_refused(client, host):
    assert client.get("/annuaire/", headers={"host": host}).status_code == 400


def test_forged_forwarding_headers_change_nothing(client):
    forged = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "1.2.3.4"}

    assert b"evil.example" not in client.get("/annuaire/", headers=forged).content


def test_signing_in_never_leads_to_another_site(client, django_user_model):
    django_user_model.objects.create_superuser("admin@exemple.fr", "mot-de-passe-long")
    form = {"username": "admin@exemple.fr", "password": "mot-de-passe-long", "next": "//evil.example/"}

    answer = client.post("/gestion/login/?next=//evil.example/", form)

    assert answer.status_code == 302
    assert "evil" not in answer.headers["Location"]


def test_a_foreign_host_fills_no_log(client, caplog):
    client.get("/annuaire/", headers={"host": "evil.example"})

    assert "evil" not in caplog.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_the_health_page_and_no_other_is_asked_on_loopback(client, settings, host):
    settings.ALLOWED_HOSTS, settings.WAGTAILADMIN_BASE_URL = ["renov.example.org"], "https://renov.example.org"

    asked = {path: client.get(path, headers={"host": host}).status_code for path in ("/sante/", "/annuaire/")}

    assert asked == {"/sante/": 200, "/annuaire/": 400}
