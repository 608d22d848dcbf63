"""A department is kept once; an owner is added, never replaced."""

from datetime import UTC, date, datetime

import pytest

from lantu.core.place import Place
from lantu.store import models
from lantu.store.keep.departments import DepartmentFacts, end_department, keep_department, keep_owner
from lantu.store.keep.places import keep_places

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)


def test_departments_and_owners_are_rows() -> None:
    keep_places([Place("330400", "青湖市", "prefecture")], AT)
    assert keep_department(DepartmentFacts("a", "甲局", "330400", "Bureau A"), AT)
    assert not keep_department(DepartmentFacts("a", "改名局", "330400"), AT)
    department = models.Department.objects.get()
    assert (department.name, department.name_en) == ("甲局", "Bureau A")
    end_department(department, date(2026, 2, 1))
    assert models.Department.objects.get().valid_to == date(2026, 2, 1)
    for _ in range(2):
        keep_owner("indicator", "gdp", "330400", "a", date(2026, 1, 1), AT, by="li", is_guessed=True)
    assert models.Ownership.objects.filter(is_guessed=True).count() == 2
