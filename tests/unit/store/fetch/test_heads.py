"""Who heads a department, and who hears of what it does late."""

from datetime import UTC, date, datetime

import pytest

from lantu.store import models
from lantu.store.fetch.heads import find_account, head_of, heads_of, leaders_by_department
from lantu.store.keep.heads import HeadFacts, keep_head
from tests.unit.show.city import CITY, build_city

pytestmark = pytest.mark.django_db
AT, DAY = datetime(2026, 3, 1, tzinfo=UTC), date(2026, 3, 1)


def test_the_head_the_leader_and_the_head_above_hear(django_user_model) -> None:
    build_city()
    upper = models.Department.objects.create(code="zf", name="政府办", place_id=CITY, recorded_at=AT)
    models.Department.objects.create(code="tj", name="统计局", place_id=CITY, parent=upper, recorded_at=AT)
    keys = {name: django_user_model.objects.create(username=name).pk for name in ("wang", "zhao", "qian", "sun")}
    keep_head("tj", "head", HeadFacts("孙", date(2024, 1, 1), account="sun"), AT, by="x")
    first = keep_head("tj", "head", HeadFacts("王", date(2025, 1, 1), account="wang"), AT, by="x")
    keep_head("tj", "leader", HeadFacts("赵", date(2025, 1, 1), account="zhao"), AT, by="x")
    keep_head("zf", "head", HeadFacts("钱", date(2025, 1, 1), account="qian"), AT, by="x")
    keep_head("zf", "leader", HeadFacts("周", date(2025, 1, 1)), AT, by="x")  # has no account
    told = leaders_by_department(DAY)
    assert told == {"tj": frozenset({keys["wang"], keys["zhao"], keys["qian"]}), "zf": frozenset({keys["qian"]})}
    assert leaders_by_department(date(2023, 1, 1)) == {}
    assert head_of("tj", "head", DAY) == first
    assert [row.name for row in heads_of("tj") if row.kind == "head"] == ["王", "孙"]
    assert find_account("nobody") is None
