"""Places are added once, parents first whatever the order they come in."""

from datetime import UTC, datetime

import pytest

from lantu.core.place import Place
from lantu.store.keep.places import keep_boundaries, keep_places
from lantu.store.known import known_places
from lantu.store.models import Place as PlaceRow

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
CITY, DISTRICT = Place("330400", "青湖市", "prefecture"), Place("330411", "南屏区", "county", "330400")


def test_parents_first_and_each_once() -> None:
    assert keep_places([DISTRICT, CITY], NOW) == 2
    assert keep_places([DISTRICT, CITY], NOW) == 0
    assert known_places() == (CITY, DISTRICT)


def test_boundaries_go_to_known_places_only() -> None:
    keep_places([CITY], NOW)
    shape = {"type": "MultiPolygon", "coordinates": []}
    assert keep_boundaries({"330400": shape, "999999": shape}, "source") == 1
    assert PlaceRow.objects.get().boundary == shape
