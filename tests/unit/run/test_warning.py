"""Warnings follow the standings, once a cause, with a history; a city's own rules go before the built-in ones."""

from datetime import date
from pathlib import Path

import pytest

from lantu.run import warning
from lantu.run.clock import today_in_china
from lantu.run.judging import judge_all, judge_known
from lantu.run.measuring import measure_all
from lantu.run.plans import read_version, receive_plan
from lantu.run.returns import receive_return
from lantu.run.warning import load_rules, warn_all
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import AuditRow, WarningRow, WarningStep

pytestmark = pytest.mark.django_db
HEADER = "region,indicator,year,value,unit,source,status,recorded_on\n"


@pytest.fixture(autouse=True)
def plan(definitions: None, plan_bytes: bytes) -> None:
    facts = PlanFacts("规划", "330400", slug="outline", first_year=2021, last_year=2025)
    read_version(receive_plan(plan_bytes, "plan.md", facts, by="li"), by="li")


def report(row: str) -> None:
    receive_return((HEADER + row + "\n").encode(), "a.csv", by="li")
    measure_all(by="li")
    judge_all(by="li")


def steps() -> list[tuple[str, str, str]]:
    rows = WarningStep.objects.filter(warning__indicator_code="urban", warning__cause="progress").order_by("id")
    return [(row.step, row.level, row.rule) for row in rows]


def test_behind_then_back_and_behind_again_are_two_warnings() -> None:
    report("青湖市,常住人口城镇化率,2023,65.5,%,公报,final,2024-02-01")
    assert steps() == [("opened", "yellow", "binding_behind")]
    judge_all(by="li")
    assert len(steps()) == 1
    report("青湖市,常住人口城镇化率,2024,69,%,公报,final,2025-02-01")
    assert steps()[1:] == [("closed", "yellow", "binding_behind")]
    report("青湖市,常住人口城镇化率,2025,69,%,公报,final,2026-02-01")
    assert steps()[2:] == [("opened", "red", "binding_missed")]
    first, second = WarningRow.objects.filter(indicator_code="urban", cause="progress").order_by("id")
    assert (first.is_open, second.is_open) == (False, True)
    assert first.address.endswith("/1")
    assert second.address == first.address[:-1] + "2"
    assert second.subject.startswith("plan/330400/2021/outline#")


def test_a_step_keeps_its_figures_and_the_audit_row() -> None:
    report("青湖市,常住人口城镇化率,2023,65.5,%,公报,final,2024-02-01")
    step = WarningStep.objects.get(warning__indicator_code="urban", warning__cause="progress")
    assert dict(step.evidence)["figure"] == "65.5 %"
    assert step.rule_name == "约束性目标滞后"
    assert AuditRow.objects.filter(action="warnings.moved").exists()


def test_a_year_that_was_never_reported_is_missing() -> None:
    judge_all(by="li")
    row = WarningRow.objects.get(indicator_code="gdp", cause="data")
    assert row.since == date(2021, 12, 31)
    assert row.level == "yellow"


def test_judging_a_past_day_moves_nothing() -> None:
    judge_all(by="li", as_of=date(2023, 1, 1))
    assert not WarningStep.objects.exists()


def test_own_rules_replace_the_built_in_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warning, "HOME", tmp_path)
    assert len(load_rules()[0]) >= 7
    (tmp_path / "warnings.yml").write_text(
        "- {code: low, cause: size, name: 过小, name_en: small, trigger: value, indicator: gdp, below: 700, levels: {0: orange}}",
        "utf-8",
    )
    report("青湖市,地区生产总值,2023,650,亿元,公报,final,2024-02-01")
    row = WarningRow.objects.get()
    assert (row.subject, row.level, row.name) == ("value/gdp/330400", "orange", "地区生产总值")
    judged = [(target, standing) for _, target, standing in judge_known(today_in_china())]
    assert warn_all(judged, by="li", as_of=today_in_china()) == 0
