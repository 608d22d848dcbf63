"""What was open then is told by steps recorded by then, whatever the rows say now."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lantu.store import models
from lantu.store.fetch.warnings_then import warnings_open_at
from tests.unit.show.city import CITY, build_city

AT = datetime(2026, 3, 1, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_levels_and_closing_follow_the_steps() -> None:
    build_city()
    row = models.WarningRow.objects.create(
        address="warning/progress/x/1", cause="progress", subject="t", place_id=CITY, name="地区生产总值", level="red",
        rule="missed", is_open=False, since=AT.date(), opened_on=AT.date(), closed_on=date(2026, 3, 4), recorded_at=AT,
    )  # fmt: skip
    for days, step, level in ((0, "opened", "yellow"), (1, "raised", "red"), (3, "closed", "red")):
        models.WarningStep.objects.create(
            warning=row, step=step, level=level, rule="missed", rule_name="目标未实现", as_of=AT.date(),
            recorded_at=AT + timedelta(days=days),
        )  # fmt: skip
    told = [[w.level for w in warnings_open_at(AT + timedelta(days=days))] for days in (-1, 0, 1, 2, 3)]
    assert told == [[], ["yellow"], ["red"], ["red"], []]
    (then,) = warnings_open_at(AT)
    assert (then.key, then.rule_name, then.opened_on) == (row.pk, "目标未实现", AT.date())
