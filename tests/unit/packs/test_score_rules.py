"""Rule sets from their text: the examples of the city are sound, each bad example of the schema is refused with its reason."""

import copy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.core.score import Basis, SubjectKind
from lantu.core.standing import Reason
from lantu.packs.schema_check import read_schema
from lantu.packs.score_rules import read_score_rules

REPO = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((REPO / "examples/jiaxing/assessment").glob("*.yml"))
SCHEMA = read_schema("scores")
ITEMS = SCHEMA["examples"][0]["items"]


class NoAlias(yaml.SafeDumper):
    """Lists that stand in two places are written twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write(fields: dict[str, Any]) -> str:
    return yaml.dump(fields, Dumper=NoAlias, allow_unicode=True, sort_keys=False)


def changed(**change: Any) -> str:
    fields = copy.deepcopy(SCHEMA["examples"][0]) | change
    return write({key: value for key, value in fields.items() if value is not None})


def refusals(text: str) -> str:
    rules, problems = read_score_rules(text, "r.yml")
    assert rules is None
    assert {problem.code for problem in problems} <= {"P010", "P045"}
    return " | ".join(problem.message for problem in problems)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_rules_of_the_sample_city_are_sound(path: Path) -> None:
    rules, problems = read_score_rules(path.read_text("utf-8"), path.name)
    assert problems == ()
    assert rules is not None
    assert path.stem == f"{rules.code}-{rules.version}"


def test_every_rule_knows_its_line_and_figures_are_exact() -> None:
    path = REPO / "examples/jiaxing/assessment/departments-2026.2.yml"
    text = path.read_text("utf-8")
    rules, _ = read_score_rules(text, path.name)
    assert rules is not None
    rows = text.splitlines()
    for rule in (*rules.items, *rules.vetoes, *rules.deductions, *rules.bonuses):
        assert rows[rule.line - 1].strip() == f"- code: {rule.code}"
    for absence in rules.absences:
        assert f"reason: {absence.reason or 'other'}," in rows[absence.line - 1]
    assert (rules.preliminary, rules.bands[0]) == (Decimal("0.02"), Decimal("0.05"))
    assert (rules.subject, rules.begins_on) == (SubjectKind.DEPARTMENT, date(2021, 1, 1))


def test_the_good_example_of_the_schema_is_one() -> None:
    rules, problems = read_score_rules(write(SCHEMA["examples"][0]), "r.yml")
    assert problems == ()
    assert rules is not None
    assert [item.basis for item in rules.items] == [Basis.COMPLETION, Basis.PACE]
    assert {a.reason: a.is_left_out for a in rules.absences} == {Reason.NONE: False, Reason.ASSIGNED_LATER: True}


@pytest.mark.parametrize("bad", SCHEMA["x-bad-examples"], ids=lambda bad: bad["why"])
def test_the_bad_examples_of_the_schema_are_refused(bad: dict[str, Any]) -> None:
    assert refusals(write(bad["value"]))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"items": [*ITEMS, ITEMS[0] | {"name": "x"}], "full": 160}, "binding stands twice"),
        ({"full": 90}, "add up to 100, full marks are 90"),
        ({"absences": [{"reason": "no_value", "share": 0}]}, "reason: other"),
        ({"absences": [{"reason": "other", "share": share} for share in (0, 1)]}, "other stands twice"),
        ({"from": "2026-02-30"}, "2026-02-30 is no day"),
        ({"to": "2025-12-31"}, "ends before it begins"),
        ({"digits": 1.5}, "multiple"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(change: dict[str, Any], message: str) -> None:
    assert message in refusals(changed(**change))


def test_what_is_no_rule_set_is_refused() -> None:
    assert refusals("a: [")
    assert "object" in refusals("- 5")
