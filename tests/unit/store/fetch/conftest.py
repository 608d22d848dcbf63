"""The small city of the page tests, for the queries those pages make.

In: the test's registry. Out: a fixture. Left out on purpose: rows of its own.
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.show.city import City


@pytest.fixture
def city(db) -> "City":
    """The small city, in an empty registry."""
    from tests.unit.show.city import build_city

    return build_city()
