"""The catalogue speaks of what the registry knows, also as of an earlier moment."""

from datetime import UTC, datetime

import pytest

from lantu.run.catalogue import load_catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]


def test_it_knows_definitions_and_places() -> None:
    catalogue = load_catalogue()
    assert catalogue.definition("gdp") is not None
    assert [place.code for place in catalogue.places_named("南屏区")] == ["330411"]


def test_before_anything_was_recorded_it_knew_nothing() -> None:
    assert load_catalogue(datetime(2000, 1, 1, tzinfo=UTC)).definition("gdp") is None
