"""The engine that needs nothing but the site's own database, SQLite or PostgreSQL alike."""

from .engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
