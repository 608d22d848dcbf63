"""Versions follow one another within a series and period, and each knows which standings used it."""

from datetime import timedelta

import pytest

from lantu.store import models
from lantu.store.fetch.value_history import (
    list_versions,
    order_versions,
    standings_during,
    standings_of_series,
    with_inputs,
)
from tests.unit.show.city import CITY, City

pytestmark = pytest.mark.django_db


def test_until_is_when_the_next_of_the_same_period_came(city: City) -> None:
    rows = models.ValueRow.objects.filter(indicator_code="gdp", place_code=CITY)
    first = rows.order_by("-period_end", "-id")[0]
    again = models.ValueRow.objects.get(pk=first.pk)
    again.pk, again.recorded_at = None, first.recorded_at + timedelta(days=3)
    again.save(force_insert=True)
    versions = {v.row.pk: v for v in list_versions(order_versions(rows))}
    assert len(versions) == rows.count()
    assert versions[first.pk].until == again.recorded_at
    assert all(v.until is None for key, v in versions.items() if key != first.pk)
    assert versions[first.pk].actors == (city.batch.actor,)
    standings = standings_of_series("gdp", CITY)
    assert standings
    told = [row for row, _ in standings]
    seen = standings_during(versions[first.pk], standings), standings_during(versions[again.pk], standings)
    assert sum(map(len, seen)) <= len(told)


def test_each_value_has_the_reported_figures_it_names(city: City) -> None:
    for row, inputs in with_inputs(models.ValueRow.objects.all()):
        assert [str(o.pk) for o in inputs] == [key for key in row.inputs if key.isdigit()]
