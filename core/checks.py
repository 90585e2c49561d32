"""System checks: what would only break later is said at start, with a hint on how to mend it."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.utils.module_loading import import_string

DOTTED_PATHS = ("DIRECTORY_SEARCH", "SEARCH_ENGINE", "TERRITORY_LOOKUP")


@register()
def dotted_paths_lead_somewhere(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find settings whose dotted path names nothing."""
    paths = {name: getattr(settings, name) for name in DOTTED_PATHS}
    paths |= {f'HEALTH_PROBES["{name}"]': path for name, path in settings.HEALTH_PROBES.items()}
    return [_leads_nowhere(name, path) for name, path in paths.items() if not _leads(path)]


@register()
def territory_is_a_siren(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find a territory that is not written as nine digits."""
    code = settings.TERRITORY_EPCI
    if code.isdecimal() and len(code) == 9:
        return []
    hint = "Donnez le SIREN de l’intercommunalité, neuf chiffres : 243100518 pour Toulouse Métropole."
    return [Error(f"TERRITORY_EPCI vaut « {code} ».", hint=hint, id="core.E002")]


@register(Tags.database)
def sqlite_is_durable(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find an embedded database whose commits could be lost, or whose writers could fail for nothing."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return []
    options = database.get("OPTIONS", {})
    start = options.get("init_command", "").replace(" ", "").lower()
    if options.get("transaction_mode") == "IMMEDIATE" and "wal" in start and "synchronous=full" in start:
        return []
    hint = "Passez par config.settings.base.database(), qui donne WAL, synchronous=FULL et transaction_mode=IMMEDIATE."
    return [Warning("SQLite n’est pas réglé pour garder ce qu’il accepte.", hint=hint, id="core.W003")]


def _leads(path: str) -> bool:
    try:
        import_string(path)
    except ImportError:
        return False
    return True


def _leads_nowhere(name: str, path: str) -> Error:
    hint = "Corrigez le chemin : « application.module.objet »."
    return Error(f"{name} vaut « {path} », qui ne désigne rien.", hint=hint, id="core.E001")
