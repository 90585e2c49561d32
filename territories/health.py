"""Is the geography there? Asked by `/sante/`."""

from typing import Any

from territories.models import Edition


def probe() -> dict[str, Any]:
    """Say since when the loaded edition stands."""
    edition = Edition.objects.first()
    return {"ok": edition is not None, "loaded_at": edition and edition.loaded_at.isoformat(timespec="seconds")}
