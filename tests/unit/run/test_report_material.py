"""Material is what was known at an instant and not beyond a year."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lantu.run.report_material import gather_material, version_known
from tests.unit.show.city import AT, build_city

LATER = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.django_db
def test_later_years_and_later_knowledge_are_left_out() -> None:
    plan = build_city().plan
    whole = gather_material(plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=LATER)
    assert [str(v.period) for v in whole.series["gdp", "990100"]] == ["2021", "2025"]
    assert len(whole.judged) == 5
    assert whole.entry_counts["target"] == 6
    early = gather_material(plan.pk, year=2024, as_of=date(2026, 3, 1), known_at=LATER)
    assert [str(v.period) for v in early.series["gdp", "990100"]] == ["2021"]
    assert version_known(plan.pk, AT - timedelta(days=1)) is None
    with pytest.raises(LookupError):
        gather_material(plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=AT - timedelta(days=1))
