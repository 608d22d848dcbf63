"""Observations and values."""

from datetime import timedelta
from decimal import Decimal

from lantu.store import models
from lantu.store.fetch.figures import (
    count_observations,
    observations_by_key,
    observations_for,
    values_for,
    values_in,
)
from tests.unit.show.city import AT, CITY, DISTRICT, City


def test_observations_by_the_ids_values_name(city: City) -> None:
    row = models.StagedObservation.objects.get(row=2)
    assert observations_by_key([str(row.pk), "999999", "not-a-key"]) == {str(row.pk): row}


def test_all_vintages_of_a_series(city: City) -> None:
    rows = observations_for("gdp", CITY)
    assert [row.row for row in rows] == [2, 4, 3]


def test_the_value_recorded_last_is_in_force(city: City) -> None:
    old = models.ValueRow.objects.get(indicator_code="gdp", place_code=DISTRICT)
    old.pk, old.amount, old.recorded_at = None, Decimal(1300), AT + timedelta(days=1)
    old.save()
    assert [v.amount for v in values_for("gdp") if v.place_code == DISTRICT] == [Decimal(1300)]
    assert [v.amount for v in values_in([DISTRICT])] == [Decimal(1300)]


def test_counts(city: City) -> None:
    assert count_observations() == {"gdp": 4, "good_air": 1, "urban_income": 1, "rural_income": 1}
