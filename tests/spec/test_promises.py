"""From the words of a plan to a standing, as promises.yml tells it: sub-rows, stretch goals, assigned, milestones, settings."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.core.definition import Definition, Direction, Kind
from lantu.core.entry import Comparator, Stretch
from lantu.core.span import span_of
from lantu.judge.settings import Settings
from lantu.judge.standing import judge_target
from lantu.judge.targets import make_target
from tests.spec.judge.test_tables import build_values
from tests.unit.judge.builders import make_entry

ROWS = yaml.safe_load((Path(__file__).parent / "promises" / "promises.yml").read_text(encoding="utf-8"))
PARTNER = Definition("partner", "地区生产总值增速", "%", Direction.UP, Kind.GROWTH)


def build_entry(row: dict[str, Any]) -> Any:
    fields = dict(row["entry"])
    span = span_of(row["words"], 0, len(row["words"]))
    fields["comparator"] = Comparator(fields.get("comparator", "="))
    fields["stretch"] = tuple(
        Stretch(Decimal(str(value)), unit, Comparator.EQUAL, span) for value, unit in fields.get("stretch", ())
    )
    return make_entry(span=span, **fields)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_promise(row: dict[str, Any]) -> None:
    about, answer = row["definition"], row["answer"]
    definition = Definition("own", "名称", about["unit"], Direction(about["direction"]), Kind(about["kind"]))
    target, _ = make_target(
        build_entry(row),
        target_id="t",
        place_code="330400",
        definition=definition,
        base_year=2020,
        due_year=2025,
        partner=PARTNER if "relative_to" in row["entry"] else None,
    )
    settings = Settings(**{name: Decimal(value) for name, value in row.get("settings", {}).items()})
    standing = judge_target(
        target,
        build_values(row["values"], "own", about["unit"]),
        build_values(row.get("partner", ""), "partner", "%"),
        as_of=date(2026, 6, 30),
        settings=settings,
    )
    assert (str(target.form), str(standing.klass)) == (answer["form"], answer["standing"])
    assert str(standing.reason) == answer.get("reason", "")
    assert standing.is_preliminary is answer.get("preliminary", False)
    assert [str(quantity) for quantity in target.stretch] == answer.get("stretch", [])
