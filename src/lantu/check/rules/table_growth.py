"""Growth printed in a row against the growth that its two ends give.

In: tables with a base, an end and a yearly growth or step. Out: rows where no way
of rounding makes them agree. Left out on purpose: growth at comparable prices,
which the two ends, at the prices of their years, cannot give.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.check.claims import half_digit, may_share_prices
from lantu.check.material import Material
from lantu.check.printed import Range, range_of, show_beside, yearly_growth, yearly_step
from lantu.check.remarks import is_set_aside, speaks_of
from lantu.check.rows import Figure, name_of, split_row
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellForm, CellRole, Comparator
from lantu.core.finding import FindingKind

_REAL_BY_CUSTOM = re.compile(r"生产总值|GDP|增加值|可支配收入|劳动生产率|总产值", re.IGNORECASE)
_COMPARABLE = re.compile(r"可比价|不变价|扣除价格")
_OF_GDP = re.compile(
    r"(?:生产总值|GDP).{0,4}(?:比重|占比|比例|之比|强度)|强度|(?:单位|万元)(?:地区|国内)?(?:生产总值|GDP)",
    re.IGNORECASE,
)
"""Names with GDP below the line, which fall when GDP is revised upwards."""
_PRICE_GAP = Decimal("0.5")
"""Percentage points from which a lower printed growth is taken for growth at comparable prices."""
_TRIFLE = Decimal("0.05")
"""Percentage points of a rate below which only its last printed digits are in doubt."""
_HAIR = Decimal("1.2")
"""Times half of the last printed digit within which a figure misses its rounding by a hair."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A growth and the two ends it belongs to; `is_past_goal` where the row reports how the goal came out."""

    name: str
    role: CellRole
    base: Figure
    level: Figure
    growth: Figure
    years: int
    is_past_goal: bool = False


def find_slips(material: Material) -> Iterator[Draft]:
    """Rows whose growth does not follow from their ends."""
    for doc, table in material.tables():
        notes = material.notes_of(doc, table)
        for row in table.rows:
            sides = tuple(split_row(row))
            is_reported = any(side.role is CellRole.ACTUAL for side in sides)
            for side in sides:
                if side.base and side.level and side.growth and side.years:
                    past = is_reported and side.role is CellRole.TARGET
                    claimed = Claimed(name_of(row), side.role, side.base, side.level, side.growth, side.years, past)
                    draft = _check(material, doc, claimed, notes)
                    if draft:
                        yield draft


def _check(material: Material, doc: int, claimed: Claimed, notes: tuple[str, ...]) -> Draft | None:
    stated = range_of(claimed.growth.value)
    right = _rates(claimed, claimed.years)
    if not right:
        return None
    if any(_agrees(rate, stated, claimed) for rate in right):
        return _check_exact(material, doc, claimed)
    nearest = min(right, key=lambda rate: abs(rate.middle - stated.middle))
    if is_set_aside(notes, claimed.name) or not may_share_prices(claimed.growth.cell, claimed.level.cell):
        return None
    is_step = "百分点" in claimed.growth.raw
    if _is_real_growth(claimed.name, notes) and nearest.middle - stated.middle > _PRICE_GAP and not is_step:
        return None
    others = (n for n in (claimed.years - 1, claimed.years + 1) if n > 0)
    other = next((n for n in others if any(rate.touches(stated) for rate in _rates(claimed, n))), 0)
    return _draft(material, doc, claimed, nearest, other)


def _check_exact(material: Material, doc: int, claimed: Claimed) -> Draft | None:
    """Where only coarse rounding makes a step agree, but another number of years gives it exactly."""
    level = claimed.level
    if "%" in claimed.growth.raw or level.cell.comparator is not Comparator.EQUAL:
        return None
    fine = half_digit(claimed.base.value)
    if fine >= half_digit(level.value) or level.cell.form is not CellForm.NUMBER or claimed.years < 2:
        return None
    start, end = range_of(claimed.base.value), Range(level.value - fine, level.value + fine)
    stated = range_of(claimed.growth.value)
    step, shorter = (yearly_step(start, end, n) for n in (claimed.years, claimed.years - 1))
    if step.touches(stated) or not shorter.touches(stated):
        return None
    return _draft(material, doc, claimed, step, claimed.years - 1)


def _draft(material: Material, doc: int, claimed: Claimed, nearest: Range, other: int) -> Draft:
    base, level, growth = claimed.base, claimed.level, claimed.growth
    right = show_beside(nearest.middle, growth.value)
    what = "目标" if claimed.role is CellRole.TARGET else "完成数"
    gap = abs(nearest.middle - growth.value)
    cause = f"与按{other}年平均的结果一致，可能少算或多算了年数。" if other else "请核对两端数值和增速。"
    # A rate of 7.08 for 7.10 misleads no one; a step of 0.15 for 0.12 does.
    is_fine = _is_rate(growth) and gap < min(_TRIFLE, abs(growth.value) / 20)
    is_trifle = not other and (is_fine or gap <= _HAIR * half_digit(growth.value))
    is_gross = gap > max(Decimal("0.1"), abs(growth.value) / 50) and not _is_real_growth(claimed.name, ())
    return Draft(
        Severity.INFO
        if is_trifle or _is_outdated(claimed, nearest)
        else Severity.ERROR
        if is_gross
        else Severity.WARNING,
        f"{claimed.name}：{what}年均{growth.raw}，按两端数值推算为{right}",
        f"{base.year}年{base.raw}到{level.year}年{level.raw}共{claimed.years}年，"
        f"推算年均{right}，表中为{growth.raw}。{cause}",
        tuple(material.cite_span(doc, figure.span) for figure in (base, level, growth)),
        (("recomputed", nearest.middle), ("stated", growth.value)),
    )


def _is_outdated(claimed: Claimed, nearest: Range) -> bool:
    """Whether the base was revised since the goal was set: totals go up with GDP, shares of it down.

    The goals of a plan that is over stay as they were, so they need not fit any more.
    """
    if not claimed.is_past_goal:
        return False
    stated = claimed.growth.value
    if _OF_GDP.search(claimed.name):
        return stated < nearest.middle
    return _is_real_growth(claimed.name, ()) and stated > nearest.middle


def _is_rate(growth: Figure) -> bool:
    return "百分点" not in growth.raw and ("%" in growth.raw or "％" in growth.raw)


def _rates(claimed: Claimed, years: int) -> list[Range]:
    """What the growth may be: a rate, a step each year, or either where the cell does not say."""
    level, raw = claimed.level, claimed.growth.raw
    if level.cell.form is CellForm.CUMULATIVE:
        total = range_of(level.value)
        return [Range(total.low / years, total.high / years)]
    start = range_of(claimed.base.value)
    # A bound is meant exactly; only a figure is rounded.
    is_bound = level.cell.comparator is not Comparator.EQUAL
    end = Range(level.value, level.value) if is_bound else range_of(level.value)
    found = []
    if "%" not in raw and "％" not in raw:
        found.append(yearly_step(start, end, years))
    if "百分点" not in raw and start.low > 0 and end.low > 0:
        found.append(yearly_growth(start, end, years))
    return found


def _agrees(rate: Range, stated: Range, claimed: Claimed) -> bool:
    if rate.touches(stated):
        return True
    if claimed.growth.cell.comparator is Comparator.AT_LEAST:
        return rate.high >= stated.low
    if claimed.level.cell.comparator is Comparator.AT_LEAST:
        return stated.high >= rate.low
    if claimed.level.cell.comparator is Comparator.AT_MOST:
        return stated.low <= rate.high
    return False


def _is_real_growth(name: str, notes: tuple[str, ...]) -> bool:
    if _REAL_BY_CUSTOM.search(name) and not re.search(r"比重|占比", name):
        return True
    return any(_COMPARABLE.search(note) and speaks_of(note, name) for note in notes)


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长(%)[累计] | 完成情况 2020年 | 完成情况 年均增长(%)[累计] |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 发明专利授权量（项） | 100 | 161 | 10% | 200 | {growth} |
| 2 | 常住人口城镇化率（%） | 60 | 65 | 1个百分点 | 66 | {step} |
"""

RULE = CheckRule(
    "C101",
    FindingKind.ARITHMETIC,
    "表中增速与两端数值不符",
    "增速是读者最常引用的数，算错一处，整张表都会被怀疑。",
    "用基期值、期末值和年数重算；如为可比价增速，在表注中写明。",
    find_slips,
    (Snippet("甲.txt", _TABLE.format(growth="18.9%", step="1.5个百分点")),),
    (Snippet("甲.txt", _TABLE.format(growth="14.9%", step="1.2个百分点")),),
)
