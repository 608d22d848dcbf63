"""Where a diagnostic is, in one line."""

import pytest

from lantu.core.diagnostic import Cell, Diagnostic, Severity, has_errors
from lantu.core.span import span_of


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ({"cell": Cell("a.csv", 7, "单位")}, "a.csv row 7, 单位"),
        ({"cell": Cell("a.csv", 7)}, "a.csv row 7"),
        ({"cell": Cell("a.csv")}, "a.csv"),
        ({"span": span_of("到2025年", 1, 5)}, "offset 1–5"),
        ({"about": "plan/330400/2021/outline"}, "plan/330400/2021/outline"),
        ({}, ""),
    ],
)
def test_place(where: dict[str, object], line: str) -> None:
    assert Diagnostic("S007", Severity.ERROR, "message", **where).place == line


def test_errors_are_those_that_cost_something() -> None:
    warning = Diagnostic("S010", Severity.WARNING, "twice")
    assert not has_errors([])
    assert not has_errors([warning])
    assert has_errors([warning, Diagnostic("S001", Severity.ERROR, "unreadable")])
