"""The page's blocks: figures with ways to their source, changed ones marked."""

from dataclasses import replace

from lantu.core.report import Fault, FaultKind
from lantu.show.report_preview import list_counts, show_report
from tests.unit.show.reports.small import GDP, REPORT


def test_blocks_and_ways_to_sources() -> None:
    shown = show_report(REPORT)
    assert [block.kind for block in shown] == ["heading", "paragraph", "table", "chart", "passage", "passage"]
    linked = [stretch for stretch in shown[1].line if stretch.href]
    assert [stretch.text for stretch in linked] == ["7,569.5亿元", "9,000亿元", "59.0%"]
    assert (linked[0].href, linked[0].source) == ("/indicator/gdp", "2024年公报")
    assert not any(stretch.is_changed for stretch in linked)
    assert shown[2].rows[0][3][0].href == "/indicator/gdp"
    assert (shown[4].author, shown[5].lines) == ("li", ())


def test_a_figure_that_its_fact_left_behind_is_marked() -> None:
    moved = replace(REPORT, facts=(replace(GDP, shown="7,600亿元"), *REPORT.facts[1:]))
    assert [s.text for s in show_report(moved)[1].line if s.is_changed] == ["7,569.5亿元"]


def test_counts_name_every_kind() -> None:
    counts = list_counts([Fault(FaultKind.UNBOUND, "here", "1亿元")])
    assert counts[FaultKind.UNBOUND] == 1
    assert list(counts) == list(FaultKind)
