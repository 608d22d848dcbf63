"""What the columns of an indicator table are.

In: header rows as squeezed labels, the caption's and the document's period.
Out: columns with kind, role and year.
Left out on purpose: the rows below; `table_rows` fills the columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lantu.core.entry import CellRole
from lantu.core.inference import Inference
from lantu.read import inferences as rules
from lantu.read.table_units import split_unit

_KINDS = (
    ("no", re.compile(r"^(?:序号|编号|序|号|No\.?)$", re.I)),
    ("attribute", re.compile(r"^(?:指标)?(?:属性|性质)$|^指标类型$|^约束性/预期性$")),
    ("unit", re.compile(r"^(?:计量|指标)?单位$")),
    ("category", re.compile(r"^(?:类别|一级指标|指标类别|分类|类型|领域|维度|类|板块|方面)$")),
    (
        "name",
        re.compile(
            r"^(?:(?:主要|二级|三级|具体|核心|规划)?指标(?:名称|体系|内容)?(?:\(单位\)|及单位)?|名称|项目|产品名称|主要目标)$"
        ),
    ),
    ("other", re.compile(r"责任|牵头|部门|备注|来源|说明|口径|依据|^\+$|^注$")),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_GROWTH = re.compile(r"年均|增长|增速|增幅|同比")
_CUMULATIVE = re.compile(r"累计|\[\]")
_TARGET = re.compile(r"目标|规划|预期|计划|任务")
_ACTUAL = re.compile(r"完成|实际|实绩|实施|现状|基期|基数|基准|初值|预计|达到|实现")
_STATUS = re.compile(r"^(?:(?:目标|任务|指标)?(?:完成|实现|达标|进展)(?:情况|程度|状态)|是否完成|评估结论|完成与否)$")
_ACTUAL_GROUP = re.compile(
    r"^(?:实际|预计|目标|计划)?(?:完成|达到|实现|实施)(?:情况|值|数)?$|^(?:实绩|现状|实际|基期|基准)(?:值|数)?$"
)
_PLAN = re.compile(
    r"第([一二三四五六七八九十]{1,3})个五年|([一二三四五六七八九十]{1,3})五(?=规划|计划|时期|期间|末|以来|目标|任务|开局|收官|[”’\"'》]|$|[经发主重国生]|\d)"
)
_TENS = {"九": 9, "十": 10, "十一": 11, "十二": 12, "十三": 13, "十四": 14, "十五": 15, "十六": 16, "十七": 17}
_BETWEEN = re.compile(r"((?:19|20)\d\d)年?[-—~至]+((?:19|20)\d\d)年?")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        kind: category, no, name, unit, attribute, value, growth, status or other.
        label: Its heading, the heading above it in front.
        role: What its cells tell, or None for the columns that carry no figures.
        year: The year its cells are about, or None.
        of: For growth, whether of the target or of the actual.
        unit: Unit named in the heading, or "".
        inferred: How year and role were found where the heading does not state them.
    """

    kind: str
    label: str
    role: CellRole | None = None
    year: int | None = None
    of: CellRole | None = None
    unit: str = ""
    inferred: tuple[Inference, ...] = ()


def name_period(words: str) -> tuple[int, int] | None:
    """The years of a five-year plan named in words ("十四五" is 2021–2025), or of a range."""
    between = _BETWEEN.search(words)
    if between and int(between[1]) < int(between[2]):
        return int(between[1]), int(between[2])
    found = _PLAN.search(words)
    number = _TENS.get(found[1] or found[2]) if found else None
    return None if number is None else (1951 + 5 * number, 1955 + 5 * number)


def is_header_word(label: str) -> bool:
    """Whether a squeezed label can only head a column."""
    return any(pattern.search(label) for _, pattern in _KINDS[:5]) and label not in ("项目", "名称", "主要目标")


def is_category_label(label: str) -> bool:
    """Whether a squeezed label heads the groups of a table."""
    return _fixed_kind(label) == "category"


def is_heading_label(label: str) -> bool:
    """Whether a squeezed label may head a column of figures or of words."""
    if not label or len(label) > 24:
        return False
    if any(pattern.search(label) for _, pattern in _KINDS) or _STATUS.match(label):
        return True
    if _ACTUAL_GROUP.match(label):
        return True
    if re.search(r"\d", _YEAR.sub("", label)):
        return False
    patterns = (_YEAR, _GROWTH, _TARGET, _CUMULATIVE)
    return any(pattern.search(label) for pattern in patterns)


def read_columns(header: Sequence[Sequence[str]], caption: str, period: tuple[int, int] | None) -> tuple[Column, ...]:
    """The columns that header rows describe.

    Args:
        header: Squeezed labels, row by row; empty where a cell is merged or blank.
        caption: The table's caption, for the period it names.
        period: The document's, used where the caption names none.
    """
    span = name_period(caption) or period
    columns = _join_rows(header, span)
    return _resolve_roles(columns, caption, span)


def _join_rows(header: Sequence[Sequence[str]], span: tuple[int, int] | None) -> list[Column]:
    rows = [row for row in header if any(row)]
    if not rows:
        return []
    if len(rows) == 1:
        return _flow_columns([label for label in rows[0] if label], span)
    widths = {len(row) for row in rows}
    if len(widths) == 1 and any(not label for label in rows[0]):
        return _stack_columns(rows, span)
    return _flow_columns([label for row in rows for label in row if label], span)


def _stack_columns(rows: Sequence[Sequence[str]], span: tuple[int, int] | None) -> list[Column]:
    """Columns of header rows of one width, where a label reaches right over empty cells."""
    columns = []
    above = ""
    for at, top in enumerate(rows[0]):
        below = "".join(row[at] for row in rows[1:])
        above = top or (above if below else "")
        columns.append(_read_column(below or above, above if below else "", span))
    return columns


def _flow_columns(labels: Sequence[str], span: tuple[int, int] | None) -> list[Column]:
    """Columns of labels in reading order, where headings over several columns come first."""
    groups = [at for at, label in enumerate(labels) if _is_group(label)]
    groups = [at for at in groups if name_period(labels[at]) is None] or groups
    children = list(labels[groups[-1] + 1 :]) if groups else []
    bundles = _bundle(children, span) if children and len(groups) > 0 else []
    if not bundles or any(_fixed_kind(label) for label in children):
        return [_read_column(label, "", span) for label in labels]
    taking = dict(zip(groups, bundles, strict=False))
    columns = []
    for at, label in enumerate(labels[: groups[-1] + 1]):
        for child in taking.get(at, ()):
            columns.append(_read_column(child, label, span))
        if at not in taking:
            columns.append(_read_column(label, "", span))
    return columns


def _is_group(label: str) -> bool:
    is_words = not _YEAR.search(label) and not _fixed_kind(label) and not _GROWTH.search(label)
    return is_words and bool(_TARGET.search(label) or _ACTUAL.search(label))


def _bundle(children: Sequence[str], span: tuple[int, int] | None) -> list[list[str]]:
    """Child labels cut where a level (a year or a target) begins anew."""
    bundles: list[list[str]] = []
    for label in children:
        is_level = not _GROWTH.search(label) and not _CUMULATIVE.search(label)
        if is_level or not bundles:
            bundles.append([])
        bundles[-1].append(label)
    return bundles


def _fixed_kind(label: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(label)), "")


def _read_column(label: str, above: str, span: tuple[int, int] | None) -> Column:
    kind = _fixed_kind(label)
    full = above + " " + label if above and above != label else label
    if kind:
        return Column(kind, full)
    if _STATUS.match(label) and not above:
        return Column("status", full, CellRole.STATUS)
    side = _side(above) or _side(label)
    year, rule = _date_label(label, span)
    if year is None:
        year, rule = _date_label(above, span)
    unit = next((unit for unit in ("%", "‰") if unit in label), "")
    if _GROWTH.search(label) or _CUMULATIVE.search(label):
        role = CellRole.GROWTH if _GROWTH.search(label) else CellRole.CUMULATIVE
        year, rule = _date_label(label, None)
        if year is None:
            year, rule = _date_label(above, None)
        return Column("growth", full, role, year, side, unit, _state(rule))
    return Column("value", full, side, year, None, split_unit(label)[1] or unit, _state(rule))


def _state(rule: Inference | None) -> tuple[Inference, ...]:
    return () if rule is None else (rule,)


def _side(label: str) -> CellRole | None:
    if _ACTUAL.search(label) and not _TARGET.search(label):
        return CellRole.ACTUAL
    return CellRole.TARGET if _TARGET.search(label) else None


def _date_label(label: str, span: tuple[int, int] | None) -> tuple[int | None, Inference | None]:
    """The year of a heading, and how it was found where it is not printed there."""
    years = [int(year) for year in _YEAR.findall(label)]
    if years:
        return years[-1], None
    named = name_period(label)
    if named:
        return named[1], rules.YEAR_PLAN_NAME
    return (span[1], rules.YEAR_PERIOD) if span and _TARGET.search(label) else (None, None)


def _resolve_roles(columns: list[Column], caption: str, span: tuple[int, int] | None) -> tuple[Column, ...]:
    """Roles of bare years, from the period, the other columns and the caption."""
    targets = [c.year for c in columns if c.kind == "value" and c.role is CellRole.TARGET and c.year]
    bare = sorted({c.year for c in columns if c.kind == "value" and c.role is None and c.year})
    is_plan = bool(_TARGET.search(caption) or "指标" in caption or any(c.kind == "attribute" for c in columns) or span)
    columns = _date_actuals(columns, caption, bool(targets or bare))
    first_target = min(targets) if targets else _first_target(bare, span, is_plan)
    fixed = [_resolve_one(column, first_target) for column in columns]
    last = max((c.year for c in fixed if c.role is CellRole.TARGET and c.year), default=span[1] if span else None)
    return tuple(_date_growth(column, fixed[:at], last) for at, column in enumerate(fixed))


def _date_actuals(columns: list[Column], caption: str, is_dated: bool) -> list[Column]:
    """Where no heading names a year and the caption names one, all figures are of that year."""
    years = set(_YEAR.findall(caption))
    if is_dated or len(years) != 1:
        return columns
    year = int(years.pop())
    return [
        replace(c, year=year, of=c.of or CellRole.ACTUAL, inferred=(*c.inferred, rules.YEAR_CAPTION))
        if c.kind == "growth"
        else replace(c, year=year, inferred=(*c.inferred, rules.YEAR_CAPTION))
        if c.kind == "value" and not c.year
        else c
        for c in columns
    ]


def _first_target(bare: Sequence[int], span: tuple[int, int] | None, is_plan: bool) -> int | None:
    """The first bare year that is a target, or None where all are reported figures."""
    if span:
        return next((year for year in bare if year >= span[0]), None)
    return bare[1] if is_plan and len(bare) > 1 else None


def _resolve_one(column: Column, first_target: int | None) -> Column:
    if column.kind != "value" or column.role is CellRole.TARGET:
        return column
    if column.role is None and column.year is None:
        return _cast(column, CellRole.ACTUAL)
    if first_target is None or column.year is None:
        return _cast(column, CellRole.ACTUAL)
    if column.year < first_target:
        return _cast(column, CellRole.BASE)
    return _cast(column, column.role or CellRole.TARGET)


def _cast(column: Column, role: CellRole) -> Column:
    """The column with its role; which one a bare year has, the other years tell."""
    if role is column.role:
        return column
    return replace(column, role=role, inferred=(*column.inferred, rules.KIND_COLUMN))


def _date_growth(column: Column, before: Sequence[Column], last: int | None) -> Column:
    """A growth column takes year and side from the level to its left, else from the last target."""
    if column.kind != "growth":
        return column
    level = next((c for c in reversed(before) if c.kind == "value"), None)
    side = column.of or (level.role if level else None) or CellRole.TARGET
    side = CellRole.TARGET if side is CellRole.BASE else side
    year = column.year or (level.year if level and level.role is side else None) or last
    told = column.inferred if column.year or year is None else (*column.inferred, rules.YEAR_NEIGHBOUR)
    return replace(column, of=side, year=year, inferred=told)
