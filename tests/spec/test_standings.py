"""The sample city's standings are those that somebody worked out by hand (tests/spec/standings/jiaxing.yml)."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.core.absence import Absence
from lantu.core.standing import Standing
from lantu.core.target import Target

EXPECTED = yaml.safe_load((Path(__file__).parent / "standings" / "jiaxing.yml").read_text(encoding="utf-8"))["targets"]
pytestmark = pytest.mark.django_db
PLANS = {"city": "plan/330400/2021/outline", "district": "plan/330411/2021/outline"}


@pytest.fixture(scope="module")
def judged(sample_city: str, django_db_blocker: Any) -> dict[tuple[str, str], tuple[Target, Standing, str]]:
    """Standings of the two outlines' tables, by plan and number as printed ("8#" for a sub-row of 8)."""
    from lantu.core.entry import Entry
    from lantu.run.clock import today_in_china
    from lantu.run.judging import judge_known
    from lantu.store.codec import decode
    from lantu.store.models import PlanTarget

    with django_db_blocker.unblock():
        rows = PlanTarget.objects.select_related("entry", "version__plan")
        entries = {row.pk: (row.version.plan.address, decode(Entry, row.entry.body)) for row in rows}
        found = {}
        for key, target, standing in judge_known(today_in_china()):
            address, entry = entries[key]
            if entry.origin == "table":
                number = f"{entry.row_no}#" if entry.is_sub else str(entry.row_no)
                found[address, number] = (target, standing, entry.span.quote)
        return found


def name_case(row: dict[str, Any]) -> str:
    return f"{row['plan']}-{row['no']}"


@pytest.mark.parametrize("row", EXPECTED, ids=name_case)
def test_standing_is_the_one_worked_out_by_hand(row: dict[str, Any], judged: dict[Any, Any]) -> None:
    _, standing, _ = judged[PLANS[row["plan"]], str(row["no"])]
    assert str(standing.klass) == row["standing"], standing
    assert standing.is_preliminary == row["preliminary"]
    if row["standing"] == "cannot_say":
        return  # a figure may be known that decides nothing, such as a part of a year
    assert (str(standing.latest.period) if standing.latest else "") == row["latest_period"]
    for name in ("done", "elapsed"):
        found = getattr(standing, name)
        assert ("" if found is None else str(found.quantize(Decimal("0.001")))) == row[name], name


def test_the_table_is_complete_and_says_something(judged: dict[Any, Any]) -> None:
    """37 numbered targets each; at least 12 of the city and 2 of the district can be judged."""
    numbered = Counter(row["plan"] for row in EXPECTED if "#" not in str(row["no"]))
    assert numbered == {"city": 37, "district": 37}
    said = Counter(address for (address, _), (_, standing, _) in judged.items() if str(standing.klass) != "cannot_say")
    assert said[PLANS["city"]] >= 12
    assert said[PLANS["district"]] >= 2


def test_gdp_missed_its_target_on_preliminary_figures(judged: dict[Any, Any]) -> None:
    target, standing, _ = judged[PLANS["city"], "1"]
    assert not isinstance(target.value, Absence)
    assert target.value.amount == 9000
    assert standing.latest is not None
    assert str(standing.latest.quantity) == "7851 亿元"
    assert (str(standing.klass), standing.is_preliminary) == ("missed", True)
