"""Departments of a day, owners of a day."""

from datetime import UTC, date, datetime

import pytest

from lantu.core.place import Place
from lantu.store.fetch.departments import find_department, history_of, list_departments, owner_of, owners_on
from lantu.store.keep.departments import DepartmentFacts, end_department, keep_department, keep_owner
from lantu.store.keep.places import keep_places

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)
LATER = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def departments() -> None:
    keep_places([Place("330400", "青湖市", "prefecture")], AT)
    keep_department(DepartmentFacts("a", "甲局", "330400", valid_from=date(2020, 1, 1)), AT)
    keep_department(DepartmentFacts("b", "乙局", "330400"), AT)


def test_a_department_stands_between_its_days() -> None:
    found = find_department("a")
    assert found
    end_department(found, date(2021, 1, 1))
    days = (date(2019, 12, 31), date(2021, 1, 1), date(2021, 1, 2))
    assert [[d.code for d in list_departments(day)] for day in days] == [["b"], ["a", "b"], ["b"]]
    assert [d.code for d in list_departments()] == ["a", "b"]


def test_of_two_rows_of_one_day_the_later_counts() -> None:
    keep_owner("indicator", "gdp", "330400", "a", date(2024, 1, 1), AT, by="li")
    keep_owner("indicator", "gdp", "330400", "b", date(2024, 1, 1), LATER, by="li", reason="更正")
    owner = owner_of("indicator", "gdp", "330400", date(2024, 1, 1))
    assert owner
    assert owner.department_id == "b"
    assert owners_on(date(2023, 1, 1)) == {}
    assert len(history_of("indicator", "gdp", "330400")) == 2
