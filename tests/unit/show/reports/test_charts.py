"""Charts: the same picture each time, Chinese drawn with a typeface that has it."""

from lantu.core.report import Chart
from lantu.show.reports.charts import draw_chart, list_fonts
from tests.unit.show.reports.small import REPORT

CHART = next(block for block in REPORT.blocks if isinstance(block, Chart))


def test_pictures_are_made_and_repeat() -> None:
    assert draw_chart(CHART)[:8] == b"\x89PNG\r\n\x1a\n"
    assert draw_chart(CHART, "svg") == draw_chart(CHART, "svg")


def test_only_typefaces_of_this_machine_are_asked_for() -> None:
    assert list_fonts()
