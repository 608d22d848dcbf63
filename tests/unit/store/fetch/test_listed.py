"""Rows in force now and on a day: the last recorded of each series, and versions that had been read."""

from datetime import timedelta

import pytest

from lantu.store import models
from lantu.store.fetch.listed import (
    indicators_in_force,
    observations_counting,
    standings_in_force,
    targets_in_force,
    values_in_force,
    versions_known,
)
from tests.unit.show.city import AT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city(db) -> None:
    from tests.unit.show.city import build_city

    build_city()


def test_a_later_row_takes_the_place_of_an_earlier() -> None:
    for rows, row in (
        (values_in_force, models.ValueRow.objects.first()),
        (standings_in_force, models.StandingRow.objects.first()),
        (indicators_in_force, models.Indicator.objects.first()),
    ):
        before, old = rows(None).count(), row.pk
        row.pk, row.recorded_at = None, AT + timedelta(days=9)
        row._state.adding = True
        row.save()
        assert rows(None).count() == before
        assert rows(None).filter(pk=row.pk).exists()
        assert rows(AT + timedelta(days=8)).filter(pk=old).exists()
        assert rows(AT - timedelta(days=1)).count() == 0


def test_a_version_counts_from_the_day_it_was_read() -> None:
    version = models.PlanVersion.objects.get()
    number = targets_in_force(None).count()
    version.pk, version.number, version.read_at = None, version.number + 1, AT + timedelta(days=9)
    version._state.adding = True
    version.save()
    assert [v.pk for v in versions_known(None)] == [version.pk]
    assert targets_in_force(None).count() == 0
    assert targets_in_force(AT + timedelta(days=8)).count() == number > 0


def test_withdrawn_returns_do_not_count() -> None:
    number = observations_counting(None).count()
    models.ReturnBatch.objects.update(withdrawn_at=AT + timedelta(days=9))
    assert observations_counting(None).count() == 0
    assert observations_counting(AT + timedelta(days=8)).count() == number > 0
