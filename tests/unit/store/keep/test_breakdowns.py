"""Parts are added, never changed; a plan is placed."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from lantu.core.place import Place
from lantu.store.fetch.breakdowns import filings_of, filings_then
from lantu.store.keep.breakdowns import keep_filing, keep_parts, keep_themes, place_plan
from lantu.store.keep.places import keep_places
from lantu.store.models import Plan, TargetPart, TargetTheme

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)


def test_rows_are_written() -> None:
    assert keep_parts("t", "place", {"330411": Decimal("1.5"), "330402": None}, "亿元", "x", AT, by="li") == 2
    assert list(TargetPart.objects.values_list("share", "amount")) == [("330402", None), ("330411", Decimal("1.5"))]
    keep_themes("t", ["a"], [], AT, by="li")
    keep_themes("t", [], ["a"], AT, by="li")
    assert TargetTheme.objects.get().ended_at == AT


def test_a_plan_is_placed() -> None:
    keep_places([Place("330400", "青湖市", "prefecture")], AT)
    first, second = (
        Plan.objects.create(address=name, title=name, kind="outline", place_id="330400", recorded_at=AT)
        for name in ("a", "b")
    )
    keep_filing(second, "outline", None, AT, by="li")
    place_plan(second, "action_plan", first.pk, AT + timedelta(days=2), by="wang")
    assert Plan.objects.get(pk=second.pk).parent_id == first.pk
    assert [(f.kind, f.parent_id, f.actor) for f in filings_of(second.pk)] == [
        ("action_plan", first.pk, "wang"),
        ("outline", None, "li"),
    ]
    assert filings_then(AT + timedelta(days=1))[second.pk].parent_id is None
    assert filings_then(AT + timedelta(days=2))[second.pk].parent_id == first.pk
    assert filings_then(AT - timedelta(days=1)) == {}
