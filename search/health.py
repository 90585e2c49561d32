"""Is the search index true to the directory? Asked by `/sante/`."""

from typing import Any

from directory.models import Professional
from search.models import IndexedFirm


def probe() -> dict[str, Any]:
    """Compare how many firms are indexed with how many are published."""
    indexed, published = IndexedFirm.objects.count(), Professional.objects.published().count()
    return {"ok": indexed == published, "indexed": indexed, "published": published}
