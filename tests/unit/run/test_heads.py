"""Heads of departments come and go; whoever was before stays in the register."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from lantu.run.departments import add_department, close_department
from lantu.run.heads import HeadRefusedError, read_heads, record_heads, set_head
from lantu.store import models
from lantu.store.audit import find_breaks
from lantu.store.fetch.heads import heads_on
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.keep.heads import HeadFacts

pytestmark = pytest.mark.django_db
CITY = "330400"
MAY = date(2025, 5, 1)


@pytest.fixture(autouse=True)
def bureau(definitions: None, django_user_model) -> None:
    add_department(DepartmentFacts("tjj", "统计局", CITY, valid_from=date(2020, 1, 1)), by="test")
    django_user_model.objects.create(username="wang")


def test_a_hand_over_holds_from_its_day_and_is_known_from_when_it_was_recorded() -> None:
    set_head("tjj", "head", HeadFacts("王", date(2024, 1, 1), "局长", "wang"), by="li")
    before = datetime.now(UTC)
    set_head("tjj", "head", HeadFacts("赵", MAY, reason="任免"), by="li")
    set_head("tjj", "leader", HeadFacts("副市长", MAY), by="li")
    assert {post: row.name for post, row in heads_on(MAY).items()} == {
        ("tjj", "head"): "赵",
        ("tjj", "leader"): "副市长",
    }
    assert heads_on(MAY - timedelta(days=1))["tjj", "head"].name == "王"
    assert heads_on(MAY, before)["tjj", "head"].name == "王"
    handed = models.AuditRow.objects.filter(action="head.set").order_by("seq")[1]
    assert handed.detail["before"] == "王"
    assert list(find_breaks()) == []


def test_nobody_may_hold_a_post() -> None:
    set_head("tjj", "head", HeadFacts("王", date(2024, 1, 1)), by="li")
    set_head("tjj", "head", HeadFacts("", MAY, reason="退休"), by="li")
    assert heads_on(MAY) == {}
    assert models.Headship.objects.count() == 2


@pytest.mark.parametrize(
    ("department", "kind", "facts", "code"),
    [
        ("none", "head", HeadFacts("赵", MAY), "unknown"),
        ("tjj", "king", HeadFacts("赵", MAY), "unknown"),
        ("tjj", "head", HeadFacts("赵", date(2019, 1, 1)), "dates"),
        ("tjj", "head", HeadFacts("赵", MAY, account="nobody", reason="x"), "account"),
        ("tjj", "head", HeadFacts("王", MAY, "局长", "wang"), "same"),
        ("tjj", "leader", HeadFacts("", MAY), "same"),
        ("tjj", "head", HeadFacts("赵", MAY, reason=" "), "reason"),
        ("tjj", "head", HeadFacts("赵" * 121, MAY, reason="x"), "name"),
        ("tjj", "head", HeadFacts("", MAY, account="wang", reason="x"), "name"),
    ],
)
def test_what_makes_no_sense_is_refused(department: str, kind: str, facts: HeadFacts, code: str) -> None:
    set_head("tjj", "head", HeadFacts("王", date(2024, 1, 1), "局长", "wang"), by="li")
    with pytest.raises(HeadRefusedError) as caught:
        set_head(department, kind, facts, by="li")
    assert caught.value.code == code
    assert models.Headship.objects.count() == 1


def test_a_department_that_ended_has_no_new_head() -> None:
    close_department("tjj", date(2025, 4, 30), by="li")
    with pytest.raises(HeadRefusedError, match="does not stand"):
        set_head("tjj", "head", HeadFacts("赵", MAY), by="li")


def test_a_file_twice_changes_nothing() -> None:
    rows = [
        {"department": "tjj", "name": "王", "post": "局长", "account": "wang", "from": "2024-01-01"},
        {"department": "tjj", "kind": "leader", "name": "副市长", "from": "2024-01-01"},
        {"department": "none", "name": "x", "from": "2024-01-01"},
    ]
    heads = read_heads(json.dumps({"heads": rows}))
    assert record_heads(heads, by="li") == (2, ["none head: there is no department none, or no such post"])
    assert record_heads(heads, by="li")[0] == 0
    with pytest.raises(KeyError):
        read_heads('{"heads": [{"name": "x"}]}')
