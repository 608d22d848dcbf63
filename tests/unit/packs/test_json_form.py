"""Results as JSON."""

import json
from decimal import Decimal
from typing import Any

import pytest

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.packs.compute import Computed, Result
from lantu.packs.json_form import computed_to_json, value_to_json
from lantu.packs.rows import Outcome

REMARK = Diagnostic("P023", Severity.WARNING, "negative", "correct it", cell=Cell("f.csv", 7, "CO"))


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (Decimal("55"), "55"), (Decimal("5E+1"), "50"), (Decimal("93.1"), "93.1"), (Decimal("0.00005"), "5e-05"),
        (Decimal("0.12345678901234567890"), '"0.12345678901234567890"'), ("Ⅲ", '"Ⅲ"'), (True, "true"),
        (Absence(AbsenceKind.NOT_MEASURED, "x"), "null"), ([Decimal(1), None], "[1, null]"), ({"a": Decimal("0.5")}, '{"a": 0.5}'),
    ],
    ids=range(10),
)  # fmt: skip
def test_values(value: Any, wanted: str) -> None:
    assert json.dumps(value_to_json(value), ensure_ascii=False) == wanted


def test_rows_groups_and_summary() -> None:
    row = Result((0,), (), Outcome(Decimal(55), {"primary": ["O3"]}), (REMARK,))
    group = Result((1, 2), (("year", "2021"),), Outcome(Absence(AbsenceKind.NOT_MEASURED)), ())
    told = computed_to_json(Computed((row, group), (), 3, 1, {"P023": 1}), "air.x")
    assert told["results"] == [
        {
            "row": 0,
            "value": 55,
            "primary": ["O3"],
            "diagnostics": [
                {
                    "code": "P023", "severity": "warning", "message": "negative", "hint": "correct it",
                    "file": "f.csv", "line": 7, "column": "CO",
                }
            ],
        },
        {"row": 1, "rows": [1, 2], "group": {"year": "2021"}, "value": None, "diagnostics": []},
    ]  # fmt: skip
    assert told["summary"] == {"rows": 3, "results": 2, "with_value": 1, "flagged_rows": 1, "codes": {"P023": 1}}
