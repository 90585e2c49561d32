from typing import Any

import pytest

pytestmark = pytest.mark.django_db


def broken() -> dict[str, Any]:
    raise OSError("disk")


def unwell() -> dict[str, Any]:
    return {"ok": False, "late": 12}


def test_says_that_all_is_well(client):
    answer = client.get("/sante/")

    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["checks"]["database"]["ok"] is True


@pytest.mark.parametrize("probe", ["broken", "unwell"])
def test_answers_503_as_json_when_a_probe_is_unwell_or_breaks(client, settings, probe):
    settings.HEALTH_PROBES = {"database": "core.health.database", "mail": f"{__name__}.{probe}"}

    answer = client.get("/sante/")

    assert answer.status_code == 503
    assert answer.json()["checks"]["mail"]["ok"] is False
    assert answer.json()["checks"]["database"]["ok"] is True


def test_is_never_kept_by_a_cache(client):
    assert "no-store" in client.get("/sante/").headers["Cache-Control"]
