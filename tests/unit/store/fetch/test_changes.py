"""What became different since a moment."""

from datetime import timedelta

from lantu.store import models
from lantu.store.fetch.changes import changes_since
from tests.unit.show.city import AT, City


def test_before_the_first_moment_all_is_new(city: City) -> None:
    found = changes_since(AT - timedelta(days=1))
    assert found.moves == ()
    assert found.first_judged == models.StandingRow.objects.count()
    assert [b.pk for b in found.batches] == [city.batch.pk]
    assert [v.pk for v in found.versions] == [city.version.pk]


def test_after_it_only_what_differs(city: City) -> None:
    later = AT + timedelta(days=2)
    assert changes_since(later).is_empty
    for row in models.StandingRow.objects.filter(target__indicator_code__in=["gdp", "good_air"]):
        klass = "met" if row.target.indicator_code == "gdp" else row.klass
        models.StandingRow.objects.create(
            target=row.target, as_of=row.as_of, klass=klass, body=row.body, recorded_at=later
        )
    (move,) = changes_since(later).moves
    assert (move.before, move.after) == ("missed", "met")


def test_a_batch_taken_back_is_not_told(city: City) -> None:
    models.ReturnBatch.objects.update(withdrawn_at=AT)
    assert changes_since(AT).batches == ()
