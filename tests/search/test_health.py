import pytest

from search import health
from search.models import IndexedFirm
from tests.directory.records import professional

pytestmark = pytest.mark.django_db


def test_is_well_when_every_published_firm_is_indexed():
    professional()

    assert health.probe() == {"ok": True, "indexed": 1, "published": 1}


def test_says_when_the_index_has_drifted(client):
    professional()
    IndexedFirm.objects.all().delete()

    answer = client.get("/sante/")

    assert answer.status_code == 503
    assert answer.json()["checks"]["search"] == {"ok": False, "indexed": 0, "published": 1}
