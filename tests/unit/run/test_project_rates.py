"""Rates of a project by the pack's formulas; what is absent gives none."""

from datetime import date
from decimal import Decimal

from lantu.core.project import ProjectFacts, ProjectRates
from lantu.run.project_rates import compute_rates


def test_rates() -> None:
    facts = ProjectFacts(
        total=Decimal(300), data_date=date(2025, 9, 30), year_planned=Decimal(40), year_invested=Decimal(20),
        all_invested=Decimal(120),
    )  # fmt: skip
    assert compute_rates(facts) == ProjectRates(Decimal("50.0"), Decimal("-25.0"), Decimal("40.0"))


def test_a_plan_of_nothing_gives_no_rate() -> None:
    facts = ProjectFacts(data_date=date(2025, 9, 30), year_planned=Decimal(0), year_invested=Decimal(20))
    assert compute_rates(facts) == ProjectRates()
    assert compute_rates(ProjectFacts(year_planned=Decimal(5))) == ProjectRates()
