"""Moves become steps; the warning says what the last one said, and addresses are never used twice."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from lantu.core.warning import Level, Step, WarningMove
from lantu.store import models
from lantu.store.keep.warnings import Subject, keep_moves

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)
DAY = date(2026, 3, 1)
ABOUT = {"a": Subject("地区生产总值", "330400", "gdp", "统计局")}


def move(step: Step, level: Level = Level.BLUE) -> WarningMove:
    return WarningMove(step, "progress", "a", level, "behind", DAY, (("done", "0.2"),))


@pytest.fixture(autouse=True)
def place() -> None:
    models.Place.objects.create(code="330400", name="青湖市", level="prefecture", recorded_at=AT)


def test_a_life() -> None:
    moves = [move(Step.OPENED), move(Step.RAISED, Level.RED), move(Step.CLOSED, Level.RED), move(Step.OPENED)]
    assert keep_moves(moves, ABOUT, {}, DAY, AT) == 4
    first, second = models.WarningRow.objects.order_by("id")
    assert (first.level, first.is_open, first.closed_on) == ("red", False, DAY)
    assert (second.level, second.is_open, second.closed_on) == ("blue", True, None)
    assert first.address != second.address
    assert [step.step for step in first.steps.all()] == ["opened", "raised", "closed"]
    assert first.steps.first().evidence == [["done", "0.2"]]


def test_two_open_warnings_of_one_cause_cannot_be() -> None:
    keep_moves([move(Step.OPENED)], ABOUT, {}, DAY, AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_moves([move(Step.OPENED)], ABOUT, {}, DAY, AT)
