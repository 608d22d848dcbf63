"""A diagnostic is said with its place, code and hint."""

import io

from rich.console import Console

from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import Cell, Diagnostic, Severity


def test_place_code_message_and_hint() -> None:
    out = io.StringIO()
    unknown = Diagnostic("S104", Severity.ERROR, "no number [x]", "write 1234.5", cell=Cell("a.csv", 7, "value"))
    print_diagnostics([unknown], "a.csv", Console(file=out, width=200))
    assert out.getvalue().splitlines() == ["a.csv row 7, value: S104 error no number [x]", "    write 1234.5"]


def test_what_has_no_place_is_said_of_the_file() -> None:
    out = io.StringIO()
    print_diagnostics([Diagnostic("R011", Severity.INFO, "no years")], "plan.txt", Console(file=out, width=200))
    assert out.getvalue().startswith("plan.txt: R011 info no years")
