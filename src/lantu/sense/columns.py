"""Names of the columns of a return, in Chinese and English.

In: the first rows of a table. Out: which column holds what. Left out on purpose:
guessing by position; a column without a known name is passed over and reported.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lantu.core.catalogue import fold_name
from lantu.sense.table import Row

NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "region": ("region", "place", "地区", "区域", "行政区", "行政区划", "区划", "单位名称"),
        "place_code": ("place_code", "region_code", "区划代码", "行政区划代码", "地区代码"),
        "indicator": ("indicator", "indicator_name", "指标", "指标名称", "指标名"),
        "indicator_code": ("indicator_code", "指标代码", "指标编码"),
        "period": ("year", "period", "年份", "年度", "时期", "期间", "年", "统计期", "报告期"),
        "value": ("value", "数值", "指标值", "值", "完成值", "实际值", "数据"),
        "unit": ("unit", "单位", "计量单位"),
        "source": ("source", "来源", "数据来源", "出处"),
        "source_file": ("source_file", "来源文件"),
        "source_url": ("source_url", "url", "网址", "来源网址", "链接"),
        "quote": ("quoted_sentence", "quote", "原文", "引文", "原句"),
        "status": ("status", "状态", "数据状态", "性质"),
        "published_on": ("recorded_on", "published_on", "发布日期", "公布日期", "发布时间"),
        "note": ("note", "备注", "说明", "注"),
        "plan_no": ("plan_no", "规划序号", "序号"),
    }
)
"""Field → names it goes by, compared folded."""

REQUIRED: tuple[tuple[str, ...], ...] = (
    ("region", "place_code"),
    ("indicator", "indicator_code"),
    ("period",),
    ("value",),
    ("unit",),
)
"""One of each group must be there."""

HEADER_WITHIN = 10
"""Rows from the top among which the header may stand; titles come before it."""

_FIELDS = {fold_name(name): field for field, names in NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Header:
    """Where what stands.

    Attributes:
        row: Number of the header's row.
        index: Its place among the rows with anything in them.
        fields: Field of each column; "" for those passed over.
        titles: The columns' names as written.
    """

    row: int
    index: int
    fields: tuple[str, ...]
    titles: tuple[str, ...]

    def missing(self) -> tuple[tuple[str, ...], ...]:
        """The groups of which no column is there."""
        return tuple(group for group in REQUIRED if not set(group) & set(self.fields))

    def unused(self) -> tuple[str, ...]:
        """Titles of columns that are passed over."""
        return tuple(t for t, field in zip(self.titles, self.fields, strict=True) if t and not field)

    def title_of(self, field: str) -> str:
        """How the file names the column of a field; "" where it has none."""
        return self.titles[self.fields.index(field)] if field in self.fields else ""


def find_header(rows: Iterable[Row]) -> Header | None:
    """The row among the first that names most columns; None where none names two."""
    best: Header | None = None
    for index, row in enumerate(rows):
        if index >= HEADER_WITHIN:
            break
        header = _name_columns(row, index)
        if best is None or _count(header) > _count(best):
            best = header
    return best if best is not None and _count(best) >= 2 else None


def _name_columns(row: Row, index: int) -> Header:
    fields: list[str] = []
    for title in row.cells:
        field = _FIELDS.get(_bare(title), "")
        fields.append("" if field in fields else field)
    return Header(row.number, index, tuple(fields), row.cells)


def _bare(title: str) -> str:
    return fold_name(title.split("(")[0].split("（")[0])


def _count(header: Header) -> int:
    return sum(1 for field in header.fields if field)
