import copy

from core import checks


def test_everything_is_in_order_as_shipped():
    assert checks.dotted_paths_lead_somewhere(None) == []
    assert checks.territory_is_a_siren(None) == []
    assert checks.sqlite_is_durable(None) == []


def test_names_the_setting_that_leads_nowhere(settings):
    settings.SEARCH_ENGINE = "search.engines.nowhere.Engine"

    (error,) = checks.dotted_paths_lead_somewhere(None)

    assert "SEARCH_ENGINE" in error.msg
    assert error.hint


def test_refuses_a_territory_that_is_no_siren(settings):
    settings.TERRITORY_EPCI = "Toulouse"

    (error,) = checks.territory_is_a_siren(None)

    assert error.id == "core.E002"
    assert "243100518" in error.hint


def test_warns_of_a_database_that_may_lose_a_commit(settings):
    databases = copy.deepcopy(settings.DATABASES)
    databases["default"]["ENGINE"] = "django.db.backends.sqlite3"
    databases["default"]["OPTIONS"] = {"init_command": "PRAGMA synchronous=NORMAL"}
    settings.DATABASES = databases

    (warning,) = checks.sqlite_is_durable(None)

    assert warning.id == "core.W003"
