"""A small city in the registry: one plan of five targets, a return of six rows, standings of every kind that matters.

In: an empty registry. Out: its rows, as the arrows would have written them. The texts are ours; the city does not exist.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Definition, Direction, Kind, Ratio
from lantu.core.entry import Comparator, Entry, EntryKind, YearSource
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.span import Span, span_of
from lantu.core.standing import Class, Reason, Standing
from lantu.core.target import Base, Form, Target
from lantu.core.time import parse_period
from lantu.core.value import Value
from lantu.store import models
from lantu.store.codec import encode

AT = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
CITY, DISTRICT, OTHER = "990100", "990101", "990102"

TEXT = """示例市“十四五”规划

一、主要目标

到2025年，全市地区生产总值达到9000亿元以上、力争1万亿元。

表1 主要指标

| 类别 | 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|---|---|
| 经济发展 | 1 | 地区生产总值 | 亿元 | 5509.5 | 9000 | 预期性 |
| 经济发展 | 2 | 常住人口城镇化率 | % | 69 | 75左右 | 预期性 |
| 生态环境 | 3 | 单位能耗降低 | % | - | 省下达指标 | 约束性 |
| 生态环境 | 4 | 优良天数比率 | % | 87.2 | 93以上 | 约束性 |
| 民生福祉 | 5 | 城乡居民收入比 | :1 | 1.61 | 1.55以下 | 预期性 |

二、项目<清单>

新建“一号”工程 & 配套。
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table above, and how it stands."""

    no: int
    category: str
    name: str
    code: str
    unit: str
    base: str
    goal: str
    comparator: Comparator
    binding: bool
    form: Form
    direction: Direction


ROWS = (
    Row(1, "经济发展", "地区生产总值", "gdp", "亿元", "5509.5", "9000", Comparator.EQUAL, False, Form.LEVEL, Direction.UP),
    Row(2, "经济发展", "常住人口城镇化率", "urban_rate", "%", "69", "75左右", Comparator.ABOUT, False, Form.ABOUT, Direction.UP),
    Row(3, "生态环境", "单位能耗降低", "energy_cut", "%", "", "省下达指标", Comparator.EQUAL, True, Form.ASSIGNED, Direction.DOWN),
    Row(4, "生态环境", "优良天数比率", "good_air", "%", "87.2", "93以上", Comparator.AT_LEAST, True, Form.LEVEL, Direction.UP),
    Row(5, "民生福祉", "城乡居民收入比", "income_ratio", ":1", "1.61", "1.55以下", Comparator.AT_MOST, False, Form.LEVEL, Direction.DOWN),
)  # fmt: skip

DEFINITIONS = (
    Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW, "Gross domestic product", owner="统计局",
               is_owner_guessed=True, meaning="一个地区所有常住单位一年生产活动的最终成果。", source="国民经济核算", aliases=("GDP",)),
    Definition("urban_rate", "常住人口城镇化率", "%", Direction.UP, Kind.RATIO, "Urbanisation rate"),
    Definition("good_air", "优良天数比率", "%", Direction.UP, Kind.RATIO, "Days of good air", owner="生态环境局"),
    Definition("income_ratio", "城乡居民收入比", ":1", Direction.DOWN, Kind.RATIO, "Urban to rural income ratio",
               ratio=Ratio("urban_income", "rural_income"), decimals=2),
    Definition("urban_income", "城镇居民人均可支配收入", "元", Direction.UP, Kind.FLOW, "Urban income"),
    Definition("rural_income", "农村居民人均可支配收入", "元", Direction.UP, Kind.FLOW, "Rural income"),
)  # fmt: skip

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[120.0, 30.0], [120.4, 30.0], [120.4, 30.4], [120.0, 30.4], [120.0, 30.0]]],
}
BESIDE = {
    "type": "Polygon",
    "coordinates": [[[120.4, 30.0], [120.9, 30.0], [120.9, 30.4], [120.4, 30.4], [120.4, 30.0]]],
}


@dataclass(frozen=True, slots=True)
class City:
    """What a test asks for."""

    plan: models.Plan
    version: models.PlanVersion
    batch: models.ReturnBatch


def build_city() -> City:
    """Write the whole city."""
    _write_places()
    for definition in DEFINITIONS:
        models.Indicator.objects.create(
            code=definition.code, digest=definition.code, name=definition.name, name_en=definition.name_en,
            unit=definition.unit, owner=definition.owner, body=encode(definition), recorded_at=AT,
        )  # fmt: skip
    version = _write_plan()
    batch = _write_return()
    _write_standings(version)
    return City(version.plan, version, batch)


def _write_places() -> None:
    make = models.Place.objects.create
    make(code=CITY, name="示例市", name_en="Sample City", level="prefecture", recorded_at=AT)
    make(code=DISTRICT, name="甲区", name_en="Jia District", level="county", parent_id=CITY, boundary=SQUARE,
         boundary_source="手画", recorded_at=AT)  # fmt: skip
    make(code=OTHER, name="乙县", level="county", parent_id=CITY, boundary=BESIDE, recorded_at=AT)


def _find(part: str, after: int = 0) -> Span:
    start = TEXT.index(part, after)
    return span_of(TEXT, start, start + len(part))


def _write_plan() -> models.PlanVersion:
    document = models.Document.objects.create(
        sha256="a" * 64, name="示例.md", size_bytes=len(TEXT.encode()), data=TEXT.encode(), text=TEXT, recorded_at=AT
    )
    plan = models.Plan.objects.create(
        address="plan/990100/2021/outline", title="示例市“十四五”规划纲要", title_en="Outline of Sample City", kind="outline",
        place_id=CITY, first_year=2021, last_year=2025, adopted_on=date(2021, 3, 1), recorded_at=AT,
    )  # fmt: skip
    version = models.PlanVersion.objects.create(
        plan=plan, number=1, document=document, reader="test", state="read", recorded_at=AT, read_at=AT
    )
    for number, title in (("一、", "主要目标"), ("二、", "项目<清单>")):
        span = _find(number + title)
        models.PlanSection.objects.create(
            version=version, section_id=f"sec{span.start}", kind="heading", level=1, number=number, title=title,
            start=span.start, end=span.end, body_end=len(TEXT),
        )  # fmt: skip
    for position, row in enumerate(ROWS, start=1):
        _write_target(version, row, position)
    _write_prose(version)
    where = _find("省下达指标")
    models.Notice.objects.create(
        version=version, code="R010", severity="warning", message="目标值未给出", hint="等上级下达后补录",
        start=where.start, end=where.end, recorded_at=AT,
    )  # fmt: skip
    return version


def _write_target(version: models.PlanVersion, row: Row, position: int) -> None:
    line = TEXT.index(f"| {row.no} | {row.name}")
    name, goal = _find(row.name, line), _find(f"| {row.goal} |", line)
    value_span = span_of(TEXT, goal.start + 2, goal.end - 2)
    base_span = None
    if row.base:
        found = _find(f"| {row.base} |", line)
        base_span = span_of(TEXT, found.start + 2, found.end - 2)
    digits = "".join(c for c in row.goal if c.isdigit() or c == ".")
    entry = Entry(
        id=f"e{row.no}", kind=EntryKind.TARGET, origin="table", span=span_of(TEXT, name.start, value_span.end), section="",
        indicator=row.name, indicator_span=name, indicator_code=row.code, value=Decimal(digits) if digits else None,
        unit=row.unit, value_span=value_span, comparator=row.comparator, year=2025, year_source=YearSource.EXPLICIT,
        base_year=2020, base_value=Decimal(row.base) if row.base else None, base_span=base_span,
        attribute="约束性" if row.binding else "预期性", category=row.category, row_no=row.no,
    )  # fmt: skip
    stored = _write_entry(version, entry)
    missing = Absence(AbsenceKind.NOT_STATED, row.goal)
    target = Target(
        id=f"{version.plan.address}#{entry.id}", entry_id=entry.id, indicator_code=row.code, name=row.name,
        place_code=CITY, form=row.form, comparator=row.comparator,
        value=make_quantity(digits, row.unit) if digits else missing, due_year=2025, direction=row.direction,
        base=Base(2020, make_quantity(row.base, row.unit) if row.base else missing), is_binding=row.binding,
    )  # fmt: skip
    has_definition = any(d.code == row.code for d in DEFINITIONS)
    models.PlanTarget.objects.create(
        address=target.id, version=version, entry=stored, position=position,
        indicator_code=row.code if has_definition else "", name=row.name, place_id=CITY, form=str(row.form), due_year=2025,
        is_binding=row.binding, body=encode(target), recorded_at=AT,
    )  # fmt: skip


def _write_prose(version: models.PlanVersion) -> None:
    span, value = _find("全市地区生产总值达到9000亿元以上、力争1万亿元"), _find("9000亿元")
    _write_entry(version, Entry(
        id="e9", kind=EntryKind.TARGET, origin="prose", span=span, section="", indicator="地区生产总值",
        value=Decimal(9000), unit="亿元", value_span=value, comparator=Comparator.AT_LEAST, year=2025,
    ))  # fmt: skip


def _write_entry(version: models.PlanVersion, entry: Entry) -> models.PlanEntry:
    return models.PlanEntry.objects.create(
        version=version, entry_id=entry.id, kind=str(entry.kind), origin=entry.origin, start=entry.span.start,
        end=entry.span.end, quote=entry.span.quote, indicator=entry.indicator, indicator_code=entry.indicator_code,
        value=entry.value, unit=entry.unit, year=entry.year, row_no=entry.row_no, category=entry.category,
        attribute=entry.attribute, body=encode(entry),
    )  # fmt: skip


REPORTED = (
    ("gdp", CITY, "2021", "6355.28", "亿元", "final", "2021年公报"),
    ("gdp", CITY, "2025", "7851", "亿元", "preliminary", "2025年公报"),
    ("gdp", CITY, "2021", "6355.3", "亿元", "preliminary", "2021年快报"),
    ("good_air", CITY, "2023", "0", "%", "final", "2023年公报"),
    ("urban_income", CITY, "2024", "75000", "元", "final", "2024年公报"),
    ("rural_income", CITY, "2024", "50000", "元", "final", "2024年公报"),
    ("gdp", DISTRICT, "2024", "1234.5", "亿元", "final", "甲区公报"),
)


def _write_return() -> models.ReturnBatch:
    data = b"region,indicator,year,value,unit\n"
    document = models.Document.objects.create(
        sha256="b" * 64, name="actuals.csv", size_bytes=len(data), data=data, recorded_at=AT
    )
    batch = models.ReturnBatch.objects.create(
        name="actuals.csv", document=document, actor="sample", rows_read=8, rows_kept=7, rows_refused=1, rows_doubled=0,
        recorded_at=AT,
    )  # fmt: skip
    made = [_write_observation(batch, row, *fields) for row, fields in enumerate(REPORTED, start=2)]
    models.Notice.objects.create(
        batch=batch, code="S004", severity="error", message="没有“神秘指数”这个指标", hint="最接近的是“地区生产总值”",
        file="actuals.csv", row=9, column="indicator", recorded_at=AT,
    )  # fmt: skip
    for observation in (made[0], made[1], made[3], made[4], made[5], made[6]):
        _write_value(observation.indicator_code, observation.place_code, str(observation.period_end.year),
                     observation.amount, observation.unit, observation.status, "reported", [observation])  # fmt: skip
    _write_value(
        "income_ratio", CITY, "2024", Decimal("1.5"), ":1", "final", "ratio urban_income/rural_income", made[4:6]
    )
    return batch


def _write_observation(
    batch: models.ReturnBatch,
    row: int,
    code: str,
    place: str,
    year: str,
    amount: str,
    unit: str,
    status: str,
    source: str,
) -> models.StagedObservation:
    period = parse_period(year)
    return models.StagedObservation.objects.create(
        batch=batch, source_key=f"key{row}", indicator_code=code, place_code=place, period_start=period.start,
        period_end=period.end, amount=Decimal(amount), unit=unit, bound="=", status=status, row=row, source_name=source,
        source_url="https://example.org/bulletin" if row == 2 else "", quote="全年地区生产总值" if row == 2 else "",
        published_on=date(int(year) + 1, 2, 1), recorded_at=AT,
    )  # fmt: skip


def _write_value(
    code: str,
    place: str,
    year: str,
    amount: Any,
    unit: str,
    status: str,
    rule: str,
    inputs: list[models.StagedObservation],
) -> None:
    period = parse_period(year)
    models.ValueRow.objects.create(
        indicator_code=code, place_code=place, period_start=period.start, period_end=period.end, amount=amount, unit=unit,
        bound="=", status=status, rule=rule, inputs=[str(o.pk) for o in inputs], recorded_at=AT,
    )  # fmt: skip


def _write_standings(version: models.PlanVersion) -> None:
    keys = {row.indicator_code or row.name: row for row in version.targets.all()}
    _write_standing(
        keys["gdp"],
        _standing("gdp", "2025", "7851", "亿元", Class.MISSED, done="0.6708", elapsed="1", preliminary=True),
    )
    _write_standing(keys["urban_rate"], Standing("x", AT.date(), Class.CANNOT_SAY, Form.ABOUT, reason=Reason.NO_VALUE))
    _write_standing(
        keys["单位能耗降低"], Standing("x", AT.date(), Class.CANNOT_SAY, Form.ASSIGNED, reason=Reason.ASSIGNED_LATER)
    )
    _write_standing(
        keys["good_air"], _standing("good_air", "2023", "0", "%", Class.BEHIND, done="-15.0345", elapsed="0.6")
    )
    _write_standing(
        keys["income_ratio"], _standing("income_ratio", "2024", "1.5", ":1", Class.MET, done="1.8333", elapsed="0.8")
    )


def _standing(
    code: str, year: str, amount: str, unit: str, klass: Class, *, done: str, elapsed: str, preliminary: bool = False
) -> Standing:
    period = parse_period(year)
    row = models.ValueRow.objects.get(indicator_code=code, place_code=CITY, period_end=period.end)
    value = Value(
        code, CITY, period, make_quantity(amount, unit), Comparator.EQUAL,
        Status.PRELIMINARY if preliminary else Status.FINAL, tuple(row.inputs), row.rule,
    )  # fmt: skip
    return Standing(
        "x", AT.date(), klass, Form.LEVEL, is_preliminary=preliminary, latest=value, data_date=period.end,
        done=Decimal(done), elapsed=Decimal(elapsed), margin=Decimal("0.1"), inputs=tuple(row.inputs),
    )  # fmt: skip


def _write_standing(target: models.PlanTarget, standing: Standing) -> None:
    models.StandingRow.objects.create(
        target=target, as_of=standing.as_of, klass=str(standing.klass), is_preliminary=standing.is_preliminary,
        reason=str(standing.reason), data_date=standing.data_date, body=encode(standing), recorded_at=AT,
    )  # fmt: skip
