"""What OpenAPI describes: the public addresses, not those that the back office keeps for itself."""

from typing import Any

Endpoint = tuple[str, str, str, Any]  # path, pattern, method, view


def public_endpoints(endpoints: list[Endpoint]) -> list[Endpoint]:
    """Keep what stands under /api/v1/."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith("/api/v1/")]
