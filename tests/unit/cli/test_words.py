"""A diagnostic is said with its place, code and hint."""

import io

from rich.console import Console

from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.mark import Mark
from lantu.core.span import span_of


def test_place_code_message_and_hint() -> None:
    out = io.StringIO()
    unknown = Diagnostic("S104", Severity.ERROR, "no number [x]", "write 1234.5", cell=Cell("a.csv", 7, "value"))
    print_diagnostics([unknown], "a.csv", Console(file=out, width=200))
    assert out.getvalue().splitlines() == ["a.csv row 7, value: S104 error no number [x]", "    write 1234.5"]


def test_what_has_no_place_is_said_of_the_file() -> None:
    out = io.StringIO()
    print_diagnostics([Diagnostic("R011", Severity.INFO, "no years")], "plan.txt", Console(file=out, width=200))
    assert out.getvalue().startswith("plan.txt: R011 info no years")


def test_a_place_in_the_file_is_said_where_it_is_known() -> None:
    out = io.StringIO()
    found = Diagnostic("R012", Severity.INFO, "no year", span=span_of("到时达到9000亿元", 4, 8))
    marks = (Mark(0, 10, page=14, paragraph=3),)
    print_diagnostics([found], "plan.pdf", Console(file=out, width=200), marks)
    print_diagnostics([found], "plan.txt", Console(file=out, width=200))
    assert [line.split(": ")[0] for line in out.getvalue().splitlines()] == ["plan.pdf p. 14 ¶3", "offset 4–8"]
