"""How a project stands: a table of what was accepted and the answer."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.core.project import ProjectFacts, ProjectRates, Stage
from lantu.core.standing import Class, Reason
from lantu.judge.projects import judge_project

JUNE, END = date(2023, 6, 30), date(2025, 12, 31)


def facts(stage: Stage | None = Stage.BUILDING, on: date | None = JUNE, **said: object) -> ProjectFacts:
    return ProjectFacts(start_year=2022, due_year=2025, stage=stage, data_date=on, **said)  # type: ignore[arg-type]


def lead(points: str) -> ProjectRates:
    return ProjectRates(time_lead=Decimal(points))


CASES = [
    (facts(None, None), ProjectRates(), Class.CANNOT_SAY, ""),
    (facts(), ProjectRates(), Class.CANNOT_SAY, ""),
    (facts(), lead("10.0"), Class.ON_COURSE, "time_lead"),
    (facts(), lead("10.1"), Class.AHEAD, "time_lead"),
    (facts(), lead("-10.0"), Class.ON_COURSE, "time_lead"),
    (facts(), lead("-10.1"), Class.BEHIND, "time_lead"),
    (facts(done_pct=Decimal("37.4")), ProjectRates(), Class.ON_COURSE, "share"),
    (facts(done_pct=Decimal(48)), ProjectRates(), Class.AHEAD, "share"),
    (facts(done_pct=Decimal(27)), ProjectRates(), Class.BEHIND, "share"),
    (facts(Stage.SUSPENDED), lead("50"), Class.BEHIND, "suspended"),
    (facts(Stage.PREPARING), lead("50"), Class.BEHIND, "not_begun"),
    (facts(Stage.PREPARING, date(2022, 9, 30)), lead("0"), Class.ON_COURSE, "time_lead"),
    (facts(Stage.COMPLETED, END, completed_on=END), lead("0"), Class.MET, "completed"),
    (facts(Stage.COMPLETED, JUNE, completed_on=date(2026, 3, 31)), lead("0"), Class.MISSED, "completed"),
    (facts(on=END), lead("50"), Class.MISSED, "overdue"),
    (facts(Stage.SUSPENDED, END), lead("50"), Class.MISSED, "overdue"),
]


@pytest.mark.parametrize(("said", "rates", "klass", "ground"), CASES)
def test_table(said: ProjectFacts, rates: ProjectRates, klass: Class, ground: str) -> None:
    standing = judge_project(said, rates)
    assert (standing.klass, standing.ground) == (klass, ground)


def test_a_project_without_due_year_is_met_when_it_is_completed() -> None:
    said = ProjectFacts(stage=Stage.COMPLETED, data_date=JUNE, completed_on=JUNE)
    assert judge_project(said, ProjectRates()).klass is Class.MET
    unknown = judge_project(ProjectFacts(stage=Stage.BUILDING, data_date=JUNE, done_pct=Decimal(5)), ProjectRates())
    assert (unknown.klass, unknown.reason, unknown.elapsed) == (Class.CANNOT_SAY, Reason.NO_BASE, None)


def test_share_of_its_years_gone() -> None:
    assert judge_project(facts(), lead("0")).elapsed == Decimal(546) / 1461
    assert judge_project(facts(on=date(2021, 3, 31)), lead("0")).elapsed == 0
