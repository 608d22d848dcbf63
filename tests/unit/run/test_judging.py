"""Standings follow the values, are kept when they change, and a past day is answered with what was known then."""

from datetime import UTC, datetime, timedelta

import pytest

from lantu.core.method import Method
from lantu.core.standing import Standing
from lantu.run.clock import today_in_china
from lantu.run.judging import judge_all, judge_changed, judge_known, judge_series
from lantu.run.measuring import measure_all
from lantu.run.plans import read_version, receive_plan
from lantu.run.returns import receive_return
from lantu.store.codec import decode
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import AuditRow, PlanVersion, StagedObservation, StandingRow, ValueRow, WarningRow, WarningStep

pytestmark = pytest.mark.django_db
FACTS = PlanFacts("规划", "330400", slug="outline", first_year=2021, last_year=2025)
HEADER = "region,indicator,year,value,unit,source,status,recorded_on\n"


@pytest.fixture(autouse=True)
def plan(definitions: None, plan_bytes: bytes) -> None:
    read_version(receive_plan(plan_bytes, "plan.md", FACTS, by="li"), by="li")


def report(row: str) -> None:
    receive_return((HEADER + row + "\n").encode(), "a.csv", by="li")
    measure_all(by="li")


def gdp() -> tuple[str, str]:
    standings = {t.indicator_code: s for _, t, s in judge_known(today_in_china())}
    standing = standings["gdp"]
    return str(standing.klass), str(standing.latest.quantity) if standing.latest else ""


def test_without_figures_nothing_can_be_said() -> None:
    assert gdp() == ("cannot_say", "")


def test_a_revision_changes_the_answer_and_both_answers_stay() -> None:
    report("青湖市,地区生产总值,2023,780,亿元,公报,preliminary,2024-02-01")
    judge_all(by="li")
    report("青湖市,地区生产总值,2023,700,亿元,年鉴,final,2024-10-01")
    judge_all(by="li")
    rows = StandingRow.objects.filter(target__indicator_code="gdp")
    assert [row.klass for row in rows] == ["on_course", "behind"]
    assert gdp() == ("behind", "700 亿元")


def test_the_panel_is_kept_with_the_standing() -> None:
    report("青湖市,地区生产总值,2023,700,亿元,公报,final,2024-02-01")
    judge_all(by="li")
    row = StandingRow.objects.get(target__indicator_code="gdp")
    panel = decode(Standing, row.body).panel
    assert [opinion.method for opinion in panel] == list(Method)
    (linear,) = (opinion for opinion in panel if opinion.method is Method.LINEAR)
    assert linear.klass == row.klass == "behind"


def test_judging_again_writes_nothing_new() -> None:
    report("青湖市,地区生产总值,2023,780,亿元,公报,final,2024-02-01")
    assert judge_all(by="li") == 2
    assert judge_all(by="li") == 0
    assert AuditRow.objects.filter(action="targets.judged").count() == 2


def test_a_past_day_knows_only_what_was_recorded_by_then() -> None:
    report("青湖市,地区生产总值,2023,780,亿元,公报,preliminary,2024-02-01")
    long_ago = datetime(2025, 1, 1, tzinfo=UTC)
    StagedObservation.objects.update(recorded_at=long_ago)
    ValueRow.objects.update(recorded_at=long_ago)
    PlanVersion.objects.update(read_at=long_ago)
    report("青湖市,地区生产总值,2024,900,亿元,公报,preliminary,2025-02-01")
    assert gdp() == ("met", "900 亿元")
    past = {t.indicator_code: s for _, t, s in judge_known((long_ago + timedelta(days=1)).date())}
    assert str(past["gdp"].klass) == "on_course"


REPORTED = (
    "青湖市,地区生产总值,2022,639.45,亿元,公报,final,2023-02-01",
    "青湖市,常住人口城镇化率,2023,65.5,%,公报,final,2024-02-01",
    "青湖市,地区生产总值,2023,900,亿元,快报,preliminary,2024-01-20",
    "青湖市,地区生产总值,2023,780,亿元,公报,final,2024-02-01",
    "青湖市,常住人口城镇化率,2024,69,%,公报,final,2025-02-01",
    "青湖市,地区生产总值,2024,600,亿元,公报,final,2025-02-01",
    "青湖市,常住人口城镇化率,2025,69,%,公报,final,2026-02-01",
)


def test_what_changed_values_reach_is_judged_as_all_is() -> None:
    judge_all(by="li")
    changed = []
    for row in REPORTED:
        report(row)
        changed.append(judge_changed(by="li"))
        steps = WarningStep.objects.count()
        assert judge_all(by="li") == 0, "nothing is left to be changed"
        assert WarningStep.objects.count() == steps, "no warning is left to be moved"
    assert all(changed)
    assert WarningRow.objects.filter(is_open=False).exists()


def test_the_first_judging_of_a_day_is_of_everything() -> None:
    report(REPORTED[0])
    judge_changed(by="li")
    assert AuditRow.objects.get(action="targets.judged").subject == "all"
    report(REPORTED[1])
    judge_changed(by="li")
    assert AuditRow.objects.filter(action="targets.judged").order_by("-seq")[0].subject == "gdp、urban"


def test_only_what_a_series_reaches_is_judged() -> None:
    judge_all(by="li")
    report(REPORTED[0])
    report(REPORTED[1])
    assert judge_series({("gdp", "330400")}, by="li") == 1
    assert {row.target.indicator_code for row in StandingRow.objects.exclude(klass="cannot_say")} == {"gdp"}
    assert judge_series({("gdp", "330402"), ("nothing", "330400")}, by="li") == 0
