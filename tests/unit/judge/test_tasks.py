"""How a task stands: a table of what was accepted and the answer."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.core.standing import Class, Reason
from lantu.core.task import TaskFacts, Waypoint
from lantu.judge.tasks import judge_task

START, DUE, MID = date(2021, 1, 1), date(2024, 12, 31), date(2022, 12, 31)
"""1,461 days; half of them, 730, are gone at the end of 2022."""


def facts(done: str | None, on: date | None, *waypoints: Waypoint) -> TaskFacts:
    return TaskFacts(START, DUE, waypoints, None if done is None else Decimal(done), on)


def point(due: date, reached: date | None = None) -> Waypoint:
    return Waypoint("开工", due, reached)


CASES = [
    (facts(None, None), Class.CANNOT_SAY),
    (facts("50", MID), Class.ON_COURSE),
    (facts("59.9", MID), Class.ON_COURSE),
    (facts("60", MID), Class.AHEAD),
    (facts("39.9", MID), Class.BEHIND),
    (facts("0", date(2021, 1, 31)), Class.ON_COURSE),
    (facts("80", MID, point(date(2022, 6, 30))), Class.BEHIND),
    (facts("50", MID, point(date(2022, 6, 30), MID)), Class.ON_COURSE),
    (facts("50", MID, point(date(2023, 6, 30))), Class.ON_COURSE),
    (facts("100", MID), Class.MET),
    (facts("100", MID, point(date(2024, 1, 1))), Class.AHEAD),
    (facts("100", DUE, point(date(2024, 1, 1))), Class.MISSED),
    (facts("99", DUE), Class.MISSED),
]


@pytest.mark.parametrize(("said", "klass"), CASES)
def test_the_answer(said: TaskFacts, klass: Class) -> None:
    assert judge_task(said).klass is klass


def test_what_it_rests_on_is_told() -> None:
    standing = judge_task(facts("80", MID, point(date(2022, 6, 30))))
    assert standing.late == ("开工",)
    assert (standing.done, standing.data_date) == (Decimal("0.8"), MID)
    assert standing.elapsed == Decimal(730) / 1461
    assert judge_task(facts(None, None)).reason is Reason.NO_VALUE


def test_before_the_start_no_time_is_gone() -> None:
    assert judge_task(facts("0", date(2020, 12, 31))).elapsed == 0


def test_the_band_is_a_setting() -> None:
    assert judge_task(facts("45", MID), band=Decimal("0.01")).klass is Class.BEHIND
