"""Lines of a report in the order of the document, cells with their places."""

from lantu.core.report import list_lines
from tests.unit.show.reports.small import REPORT


def test_lines() -> None:
    lines = list(list_lines(REPORT))
    assert [line.text for line in lines[:3]] == [REPORT.title, REPORT.subtitle, "一、总体进展"]
    cells = [(line.text, line.cell) for line in lines if line.cell]
    assert cells[0] == ("指标", (0, 0, 0))
    assert cells[-1] == ("滞后", (0, 1, 4))
    assert [line.text for line in lines if line.is_written] == ["受需求影响，另有投资88.8亿元。"]
