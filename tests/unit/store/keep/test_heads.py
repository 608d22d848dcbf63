"""A head is added, never changed."""

from datetime import UTC, date, datetime

import pytest

from lantu.store import models
from lantu.store.keep.heads import HeadFacts, keep_head
from tests.unit.show.city import CITY, build_city

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)


def test_each_is_a_row_of_its_own_with_the_account_where_there_is_one(django_user_model) -> None:
    build_city()
    models.Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)
    wang = django_user_model.objects.create(username="wang")
    first = keep_head("tj", "head", HeadFacts("王", date(2025, 1, 1), "局长", "wang"), AT, by="x")
    second = keep_head("tj", "head", HeadFacts("赵", date(2026, 1, 1), reason=" 任免 "), AT, by="x")
    assert (first.account, second.account, second.reason) == (wang, None, "任免")
    assert models.Headship.objects.count() == 2
