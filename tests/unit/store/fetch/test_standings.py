"""Targets with the standing in force."""

from datetime import timedelta

from lantu.core.standing import Class
from lantu.store import models
from lantu.store.fetch.standings import targets_for, targets_of
from tests.unit.show.city import AT, City


def test_targets_in_the_order_of_the_plan_with_nouns(city: City) -> None:
    found = targets_of([city.version])
    assert [t.entry.row_no for t in found] == [1, 2, 3, 4, 5]
    assert found[0].target.due_year == 2025
    assert found[0].standing is not None
    assert found[0].standing.klass is Class.MISSED


def test_the_latest_recorded_standing_counts(city: City) -> None:
    old = models.StandingRow.objects.get(target__indicator_code="gdp")
    models.StandingRow.objects.create(
        target=old.target, as_of=old.as_of, klass="met", body={**old.body, "klass": "met"},
        recorded_at=AT + timedelta(days=1),
    )  # fmt: skip
    (found,) = targets_for("gdp")
    assert found.standing is not None
    assert found.standing.klass is Class.MET


def test_a_target_never_judged_has_none(city: City) -> None:
    models.StandingRow.objects.all().delete()
    assert all(t.standing is None for t in targets_of([city.version]))


def test_the_number_of_queries_does_not_grow(city: City, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        targets_of([city.version])
