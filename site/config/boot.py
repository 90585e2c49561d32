"""What a web process reads once, before its first visitor: places, vocabulary, shops."""

import logging

from django.db import DatabaseError, connections
from django.urls import get_resolver

from core import shops
from search.understanding import current_vocabulary
from territories import index

logger = logging.getLogger(__name__)


def warm() -> None:
    """Load what is answered from memory. A database that is not ready yet is logged: the first visitor loads it."""
    try:
        get_resolver().url_patterns  # noqa: B018 (imports every view)
        index.warm()
        current_vocabulary()
        shops.warm()
    except DatabaseError:
        logger.warning("The database is not ready: places and vocabulary will load with the first request.")
    finally:
        connections.close_all()  # a connection must not cross a fork
