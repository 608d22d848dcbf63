"""What changed since yesterday."""

from datetime import timedelta

from django.utils import timezone

from lantu.show.day_changes import tell_changes
from lantu.show.target_filter import list_targets
from lantu.store import models
from tests.unit.show.city import City


def test_nothing_recorded_lately_is_nothing_to_tell(city: City) -> None:
    assert tell_changes(list_targets()).is_empty


def test_a_target_that_changed_its_class_and_a_file_that_came_in(city: City) -> None:
    now = timezone.now()
    old = models.StandingRow.objects.get(target__indicator_code="gdp")
    models.StandingRow.objects.create(
        target=old.target, as_of=old.as_of, klass="behind", body={**old.body, "klass": "behind"}, recorded_at=now
    )
    models.ReturnBatch.objects.update(recorded_at=now - timedelta(hours=1))
    told = tell_changes(list_targets())
    assert [(m.name, m.before, m.after) for m in told.moves] == [("地区生产总值", "missed", "behind")]
    assert told.told[0].text == "actuals.csv：收下 7 个数"
    assert told.told[0].href == f"/return/{city.batch.pk}"


def test_the_first_standings_are_counted_not_named(city: City) -> None:
    models.StandingRow.objects.update(recorded_at=timezone.now())
    told = tell_changes(list_targets())
    assert told.moves == ()
    assert told.told[0].text == f"首次判断 {models.StandingRow.objects.count()} 项目标"
