"""A standing is written when the answer changed, not when it is asked for on another day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lantu.core.place import Place
from lantu.core.standing import Class, Standing
from lantu.core.target import Form
from lantu.store.codec import decode
from lantu.store.keep.judgements import keep_standings
from lantu.store.models import PlanTarget, StandingRow
from tests.unit.store.test_targets import keep_places, keep_plan

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
BEHIND = Standing("plan#e1", date(2026, 1, 1), Class.BEHIND, Form.LEVEL)


@pytest.fixture
def target() -> int:
    keep_places([Place("330400", "青湖市", "prefecture")], NOW)
    keep_plan("900 亿元", "900", NOW)
    return int(PlanTarget.objects.get().pk)


def test_targets_keep_the_order_they_came_in(target: int) -> None:
    row = PlanTarget.objects.get(pk=target)
    assert (row.position, row.name, row.due_year, row.indicator_code) == (1, "地区生产总值", 2025, "gdp")


def test_the_same_answer_on_another_day_is_not_written_again(target: int) -> None:
    assert keep_standings([(target, BEHIND)], NOW) == 1
    assert keep_standings([(target, replace(BEHIND, as_of=date(2026, 2, 1)))], NOW) == 0


def test_another_answer_is_a_new_row_and_the_old_one_stays(target: int) -> None:
    keep_standings([(target, BEHIND)], NOW)
    assert keep_standings([(target, replace(BEHIND, klass=Class.MISSED))], NOW) == 1
    assert [row.klass for row in StandingRow.objects.all()] == ["behind", "missed"]
    assert decode(Standing, StandingRow.objects.latest("id").body).klass is Class.MISSED
