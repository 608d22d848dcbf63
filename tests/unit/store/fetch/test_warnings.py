"""Warnings in order, and since when targets stand as they do."""

from datetime import date, timedelta

from lantu.core.warning import Level, Step, WarningMove
from lantu.store import models
from lantu.store.fetch.warnings import count_open, find_warning, list_warnings, open_warnings, standing_days
from lantu.store.keep.warnings import Subject, keep_moves
from tests.unit.show.city import AT, CITY, City

DAY = date(2026, 3, 1)


def warn(subject: str, level: Level, step: Step = Step.OPENED) -> None:
    about = {subject: Subject(subject, CITY, "", "")}
    keep_moves([WarningMove(step, "progress", subject, level, "r", DAY)], about, {}, DAY, AT)


def test_open_ones_the_gravest_first(city: City) -> None:
    for subject, level in (("a", Level.BLUE), ("b", Level.RED), ("c", Level.ORANGE)):
        warn(subject, level)
    warn("c", Level.ORANGE, Step.CLOSED)
    assert [row.subject for row in list_warnings()] == ["b", "a"]
    assert [row.subject for row in list_warnings(is_open=None)] == ["b", "a", "c"]
    assert [row.subject for row in list_warnings(is_open=False)] == ["c"]
    assert count_open() == {"blue": 1, "red": 1}
    assert open_warnings()["progress", "a"].level is Level.BLUE
    assert find_warning(0) is None


def test_days_count_from_the_first_standing_of_the_same_class(city: City) -> None:
    row = models.StandingRow.objects.filter(target__indicator_code="gdp").latest("id")
    address, first = row.target.address, row.as_of
    for days, klass in ((10, row.klass), (20, "met"), (30, "met")):
        row.pk, row.as_of, row.klass, row.recorded_at = None, first + timedelta(days), klass, AT + timedelta(days)
        row.save()
    assert standing_days()[address] == first + timedelta(20)
