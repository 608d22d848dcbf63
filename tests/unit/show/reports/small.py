"""A report of two figures, a table and a chart, made by hand; no registry needed.

In: nothing. Out: a report. Left out on purpose: truth; the city does not exist.
"""

from datetime import UTC, date, datetime
from decimal import Decimal

from lantu.core.report import (
    Chart,
    Dot,
    Fact,
    Heading,
    Paragraph,
    Part,
    Passage,
    Piece,
    Report,
    ReportKind,
    Table,
)  # fmt: skip

GDP = Fact("value/gdp/990100/2024", Decimal("7569.5"), "亿元", "7,569.5亿元", "地区生产总值 2024年", ("value/gdp/990100/2024",),
           "/indicator/gdp", "2024年公报")  # fmt: skip
GOAL = Fact(
    "plan/x#e1/target",
    Decimal(9000),
    "亿元",
    "9,000亿元",
    "地区生产总值 2025年目标值",
    ("plan/x#e1/target",),
    "/plan/1",
)
DONE = Fact(
    "standing/plan/x#e1/done", Decimal("59"), "%", "59.0%", "地区生产总值 完成进度", (GDP.address, GOAL.address), "/i"
)
KLASS = Fact("standing/plan/x#e1/class", None, "", "滞后", "地区生产总值 进展", (GDP.address, GOAL.address), "/i")
SENTENCE = (
    Piece("地区生产总值：2024年为"), Piece("7,569.5亿元", "lantu_1", GDP.address, Part.FIGURE), Piece("，PM2.5另述，2025年目标为"),
    Piece("9,000亿元", "lantu_2", GOAL.address, Part.FIGURE), Piece("，路已走完"), Piece("59.0%", "lantu_3", DONE.address, Part.FIGURE),
    Piece("。"),
)  # fmt: skip
ROW = (
    (Piece("地区生产总值"),), (Piece("亿元", "lantu_4", GOAL.address, Part.UNIT),),
    (Piece("9,000", "lantu_5", GOAL.address, Part.FIGURE), Piece("以上")),
    (Piece("7,569.5", "lantu_6", GDP.address, Part.FIGURE),), (Piece("滞后", "lantu_7", KLASS.address, Part.WORD),),
)  # fmt: skip
CAPTION = (Piece("图1 地区生产总值（2024年"), Piece("7,569.5亿元", "lantu_8", GDP.address, Part.FIGURE), Piece("）"))
REPORT = Report(
    kind=ReportKind.ANNUAL,
    title="示例市“十四五”规划2024年度监测分析报告",
    subtitle="（示例市，数据截至2026年3月1日）",
    plan_address="plan/x",
    place_name="示例市",
    year=2024,
    as_of=date(2026, 3, 1),
    known_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
    blocks=(
        Heading(1, "一、总体进展"),
        Paragraph(SENTENCE),
        Table((Piece("表1 经济发展"),), ("指标", "单位", "目标", "最新", "进展"), (ROW,), (4, 2, 2, 2, 2)),
        Chart(CAPTION, "地区生产总值", "亿元", tuple(Dot(Decimal(y), Decimal(a)) for y, a in ((2020, 5509), (2022, 6740), (2024, 7570))),
              (Dot(Decimal(2020), Decimal(5509)), Dot(Decimal(2025), Decimal(9000)))),
        Passage("causes", "原因。", ((Piece("受需求影响，另有投资88.8亿元。"),),), "li", datetime(2026, 3, 2, tzinfo=UTC)),
        Passage("proposals", "建议。"),
    ),
    facts=(GDP, GOAL, DONE, KLASS),
)  # fmt: skip
NOW = {GDP.address: GDP.shown, GOAL.address: GOAL.shown}
