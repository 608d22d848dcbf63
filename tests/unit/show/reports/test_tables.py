"""Cells: figures, units and classes bound, absences in words."""

from datetime import UTC, date, datetime

from lantu.core.report import Part
from lantu.run.report_material import gather_material
from lantu.show.reports.ledger import Ledger
from lantu.show.reports.tables import HEAD, build_sources, build_targets
from tests.unit.show.city import City


def test_rows(city: City) -> None:
    later = datetime(2026, 3, 2, tzinfo=UTC)
    ledger = Ledger(gather_material(city.plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=later))
    table = build_targets(ledger, "表1 主要指标", ledger.material.judged)
    rows = [["".join(piece.text for piece in cell) for cell in row] for row in table.rows]
    assert len(HEAD) == len(table.widths) == len(rows[0])
    assert rows[0] == ["地区生产总值", "预期性", "亿元", "5,509.5", "9,000", "7,851", "2025年", "67.1%", "未实现"]
    assert rows[1][5:] == ["无数据", "—", "—", "无法判断"]
    assert rows[2][4] == "省下达指标"
    assert [cell[0].part for cell in table.rows[0]] == [
        Part.NONE, Part.NONE, Part.UNIT, Part.FIGURE, Part.FIGURE, Part.FIGURE, Part.NONE, Part.FIGURE, Part.WORD,
    ]  # fmt: skip
    sources = build_sources(ledger, ledger.material.judged)
    listed = [["".join(piece.text for piece in cell) for cell in row] for row in sources.rows]
    assert ["地区生产总值", "2025年", "7,851亿元", "2025年公报", "—", "2026年3月1日"] in listed
