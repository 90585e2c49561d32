from collections.abc import Iterator

import pytest

from territories import index


@pytest.fixture
def fresh_index() -> Iterator[None]:
    """Forget, before and after, what a test's changes to the geography leave in memory."""
    index.forget()
    yield
    index.forget()
