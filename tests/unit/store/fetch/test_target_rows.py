"""Targets as columns agree with their nouns."""

from lantu.core.standing import Class
from lantu.store import models
from lantu.store.fetch.plans import versions_in_force
from lantu.store.fetch.standings import targets_of
from lantu.store.fetch.target_rows import list_target_rows
from tests.unit.show.city import City


def test_each_row_says_what_the_noun_says(city: City) -> None:
    rows, nouns = list_target_rows(), targets_of(versions_in_force().values())
    assert [r.key for r in rows] == [n.row.pk for n in nouns]
    for row, noun in zip(rows, nouns, strict=True):
        standing = noun.standing
        assert standing is not None
        assert (row.klass, row.done, row.expected) == (standing.klass, standing.done, standing.expected)
        assert (row.category, row.is_binding) == (noun.entry.category, noun.target.is_binding)
        assert row.chance == (standing.trend.chance if standing.trend else None)


def test_the_number_of_queries_does_not_grow(city: City, django_assert_num_queries) -> None:
    with django_assert_num_queries(4):
        list_target_rows()


def test_what_was_never_judged_cannot_be_said(city: City) -> None:
    models.StandingRow.objects.all().delete()
    assert {r.klass for r in list_target_rows()} == {Class.CANNOT_SAY}
    assert all(r.gap == 0 for r in list_target_rows())
