"""What each rule of inference does, for people to read. This file is a table.

In: nothing. Out: words in Chinese and in English, by field and rule, and those of price bases.
Left out on purpose: how sure a rule is, which the inference itself says.
"""

from lantu.core.entry import PriceBasis
from lantu.core.inference import Inference

FIELDS: dict[str, tuple[str, str]] = {
    "year": ("年份", "year"),
    "kind": ("类别", "kind"),
    "indicator": ("指标", "indicator"),
    "unit": ("单位", "unit"),
    "comparator": ("比较", "comparator"),
    "base_year": ("基年", "base year"),
    "is_cumulative": ("累计", "cumulative"),
    "column": ("所在列", "column"),
    "price_basis": ("价格口径", "price basis"),
    "region_code": ("地区代码", "place code"),
}
REASONS: dict[tuple[str, str], tuple[str, str]] = {
    ("year", "earlier_sentence"): ("取自本段前面的句子", "named by an earlier sentence of the paragraph"),
    ("year", "lead_of_list"): ("取自引出这一列举的段落", "named by the paragraph that leads the list"),
    ("year", "heading"): ("取自标题", "set by a heading"),
    ("year", "review"): ("回顾部分，取上一期的末年", "the part looks back: the last year that was over"),
    ("year", "relative_word"): ("由“去年”“五年来”等词推算", "counted from a word such as last year"),
    ("year", "horizon"): ("取规划期末", "the last year of the plan"),
    ("year", "start_of_pair"): ("起点值，取时期开始之前", "start of a change: before the period begins"),
    ("year", "plan_in_heading"): ("由表头中的规划名推算", "from the plan named in the column's heading"),
    ("year", "plan_period"): ("表头只说目标，取规划期末", "the heading says target only: the last year of the plan"),
    ("year", "column_beside"): ("取自旁边一列", "from the column beside"),
    ("year", "caption"): ("取自表题", "from the table's caption"),
    ("year", "note"): ("取自表注", "from a note under the table"),
    ("kind", "year"): ("由年份先后判定", "by whether its year was over"),
    ("kind", "heading"): ("由所在章节判定", "by the part it stands in"),
    ("kind", "column_year"): ("由各列年份判定", "by the years of the columns"),
    ("kind", "task_heading"): ("由标题判定", "by its heading"),
    ("kind", "project_with_size"): ("由名称和规模判定", "by its name and size"),
    ("kind", "project_name"): ("只由名称判定", "by its name alone"),
    ("indicator", "earlier_figure"): ("沿用前一数值的指标", "taken over from an earlier figure"),
    ("indicator", "joined_words"): ("由分开的词拼成", "put together from words that stand apart"),
    ("indicator", "row_above"): ("以上一行或合并单元格补全", "completed from the row or merged cell above"),
    ("unit", "name"): ("由指标名补出", "completed from the indicator's name"),
    ("unit", "end_of_pair"): ("取自同句的另一数值", "from the other figure of the change"),
    ("unit", "column"): ("取自表头", "from the column's heading"),
    ("unit", "unit_line"): ("取自表上的“单位”", "from the line with the table's unit"),
    ("unit", "row_above"): ("取自合并单元格", "from the merged cell"),
    ("unit", "growth"): ("增长列按百分比", "per cent, as the column is of growth"),
    ("comparator", "shared"): ("取自同列举的另一数值", "from another figure of the list"),
    ("base_year", "start_of_pair"): ("取时期开始之前", "before the period begins"),
    ("is_cumulative", "bracket"): ("方括号表示累计", "brackets say so"),
    ("column", "arithmetic"): ("有空格丢失，按类型和算术放回", "empty cells are gone: placed by type and arithmetic"),
    ("column", "types"): ("有空格丢失，按类型放回", "empty cells are gone: placed by type"),
    ("column", "two_readings"): ("有空格丢失，有两种放法", "empty cells are gone: it fits in two ways"),
    ("column", "misfit"): ("与所在列的类型不合", "of another type than its column"),
    ("price_basis", "note_naming_it"): ("取自点名该指标的表注", "from a note under the table that names the indicator"),
    ("price_basis", "note_on_all"): ("取自管全部价值指标的表注", "from a note on all figures in money"),
    ("price_basis", "note_by_mark"): ("取自注号所指的表注", "from the note its mark refers to"),
    ("price_basis", "column"): ("取自表头", "from the column's heading"),
    ("region_code", "own_hierarchy"): ("按本文所在地区的隶属关系", "by the document's own place"),
    ("region_code", "only_one"): ("全国只有一个这样的名称", "the only place of that name"),
}
PRICES: dict[PriceBasis, tuple[str, str]] = {
    PriceBasis.CURRENT: ("现价", "current prices"),
    PriceBasis.COMPARABLE: ("可比价", "comparable prices"),
    PriceBasis.NOT_STATED: ("", ""),
}


def say_field(inference: Inference, *, english: bool = False) -> str:
    """The field's name."""
    return FIELDS[inference.field][english]


def say_reason(inference: Inference, *, english: bool = False) -> str:
    """How its content was found."""
    return REASONS[inference.field, inference.reason][english]


def say_prices(basis: PriceBasis, year: int | None, *, english: bool = False) -> str:
    """At whose prices a figure is counted, or "" where nothing says so."""
    words = PRICES[basis][english]
    if not words or year is None:
        return words
    return f"{words} of {year}" if english else f"{year}年{words}"
