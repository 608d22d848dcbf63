"""Standings rolled up from the registry."""

import pytest

from lantu.core.standing import Class
from lantu.run.clock import today_in_china
from lantu.run.plans import read_version, receive_plan
from lantu.run.rolling import BY, roll_up_known
from lantu.store.keep.plans import PlanFacts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def plan(definitions: None, plan_bytes: bytes) -> None:
    facts = PlanFacts("规划", "330400", slug="outline", first_year=2021, last_year=2025)
    read_version(receive_plan(plan_bytes, "plan.md", facts, by="li"), by="li")


@pytest.mark.parametrize(
    ("by", "names"), [("plan", ["规划"]), ("group", ["经济发展"]), ("department", [""]), ("place", ["青湖市"])]
)
def test_by_each_of_them(by: str, names: list[str]) -> None:
    assert by in BY
    rolled = roll_up_known(by, today_in_china())
    assert [group.group for group in rolled] == names
    assert [dict(group.counts)[Class.CANNOT_SAY] for group in rolled] == [2]
    assert rolled[0].binding == 1


def test_by_anything_else_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="plan, group"):
        roll_up_known("colour", today_in_china())
