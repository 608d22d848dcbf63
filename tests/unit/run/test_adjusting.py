"""An adjustment from the request to a new judgement; a past day is judged as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

import pytest

from lantu.core.quantity import make_quantity
from lantu.core.standing import Standing
from lantu.run.adjusting import AdjustmentRefusedError, Request, ask_adjustment, step_adjustment
from lantu.run.clock import today_in_china
from lantu.run.judging import judge_known
from lantu.store import models
from lantu.store.audit import find_breaks
from lantu.store.targets import targets_in_force
from tests.unit.show.city import build_city

pytestmark = pytest.mark.django_db
FROM = date(2026, 1, 1)


@contextmanager
def refused(code: str) -> Iterator[None]:
    rows = models.AuditRow.objects.count()
    with pytest.raises(AdjustmentRefusedError) as caught:
        yield
    assert caught.value.code == code
    assert models.AuditRow.objects.count() == rows


@pytest.fixture
def gdp() -> models.PlanTarget:
    build_city()
    return models.PlanTarget.objects.get(indicator_code="gdp")


def request(amount: str = "8500", part: str = "value", grounds: str = "疫情影响", on: date = FROM) -> Request:
    return Request(part, Decimal(amount), grounds, on, "五经普修订" if part == "base" else "")


def approve(key: int) -> None:
    step_adjustment(key, "review", by="wang")
    step_adjustment(key, "approve", note="人大常委会决议〔2026〕1号", by="zhao")


def stand(target: models.PlanTarget, day: date | None = None) -> Standing:
    return next(s for key, _, s in judge_known(day or today_in_china()) if key == target.pk)


def goal(target: models.PlanTarget) -> object:
    return dict(targets_in_force())[target.pk].value


def test_only_what_is_approved_holds_and_it_can_be_taken_back(gdp: models.PlanTarget) -> None:
    key = ask_adjustment(gdp.pk, request(), (b"%PDF-1.7", "a.pdf"), by="li")
    assert goal(gdp) == make_quantity("9000", "亿元")
    step_adjustment(key, "review", by="wang")
    with refused("note"):
        step_adjustment(key, "approve", by="zhao")
    step_adjustment(key, "approve", note="决议1号", by="zhao")
    assert goal(gdp) == make_quantity("8500", "亿元")
    assert models.Job.objects.filter(kind="remeasure").count() == 1
    step_adjustment(key, "unapprove", note="文号有误", by="zhao")
    assert goal(gdp) == make_quantity("9000", "亿元")
    assert models.Adjustment.objects.get().before == Decimal(9000)
    assert list(find_breaks()) == []


def test_a_past_judgement_replays_as_it_was(gdp: models.PlanTarget) -> None:
    yesterday = today_in_china() - timedelta(days=1)
    before = stand(gdp, yesterday)
    approve(ask_adjustment(gdp.pk, request("7000"), by="li"))
    now = stand(gdp)
    assert now.klass != before.klass
    assert now.note == "目标值自2026-01-01起调整为7000 亿元"
    assert stand(gdp, yesterday) == before


def test_it_holds_from_its_day_on(gdp: models.PlanTarget) -> None:
    approve(ask_adjustment(gdp.pk, request(on=today_in_china() + timedelta(days=30)), by="li"))
    assert goal(gdp) == make_quantity("9000", "亿元")


def test_a_revised_base_is_named_by_the_standing(gdp: models.PlanTarget) -> None:
    before = stand(gdp)
    approve(ask_adjustment(gdp.pk, request("5563.58", "base", "经济普查"), by="li"))
    after = stand(gdp)
    assert (before.base_version, after.base_version) == ("plan", "五经普修订")
    assert after.base == make_quantity("5563.58", "亿元")
    assert before.done != after.done


def test_what_makes_no_sense_is_refused(gdp: models.PlanTarget) -> None:
    energy = models.PlanTarget.objects.get(name="单位能耗降低")
    for code, key, said in (
        ("unknown", 9999, request()),
        ("unknown", gdp.pk, request(part="name")),
        ("same", gdp.pk, request("9000")),
        ("amount", gdp.pk, request("NaN")),
        ("amount", energy.pk, request("3")),
        ("reason", gdp.pk, request(grounds=" ")),
    ):
        with refused(code):
            ask_adjustment(key, said, by="li")
    with refused("file"):
        ask_adjustment(gdp.pk, request(), (b"MZ", "a.exe"), by="li")
    own = ask_adjustment(gdp.pk, request(), by="li")
    with refused("same_person"):
        step_adjustment(own, "review", by="li")
    with refused("unknown"):
        step_adjustment(9999, "review", by="li")
