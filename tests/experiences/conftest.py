"""What the case studies' tests share with those of the editorial site."""

from tests.home.conftest import home

__all__ = ["home"]
