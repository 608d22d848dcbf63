"""Names of indicators with two characters swapped.

In: names of table rows and the words of the same document. Out: places where a name
stands with two neighbouring characters in the wrong order. Left out on purpose:
swaps that give another known name.
"""

from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Reading
from lantu.core.finding import FindingKind
from lantu.core.span import Span

_LEAST = 5


def find_swaps(material: Material) -> Iterator[Draft]:
    """Names with two characters in the wrong order."""
    for doc, reading in enumerate(material.readings):
        names = _names_of(reading)
        told: set[int] = set()
        for name, span in names.items():
            for at in range(len(name) - 1):
                swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
                place = reading.text.find(swapped) if swapped != name and swapped not in names else -1
                if place >= 0 and place not in told:
                    told.add(place)
                    yield Draft(
                        Severity.WARNING,
                        f"指标名称写颠倒：{swapped}，表中为{name}",
                        "同一指标在表中和别处写法不同，只差两个相邻的字次序相反，应当是笔误。",
                        (material.cite_span(doc, span), material.cite(doc, place, place + len(swapped))),
                    )


def _names_of(reading: Reading) -> dict[str, Span]:
    rows = (row for table in reading.tables for row in table.rows)
    return {row.name: row.name_span for row in rows if len(row.name) >= _LEAST and row.name in row.name_span.quote}


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 社会消费品零售总额 | 亿元 | 100 | 150 | 预期性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |

注：{name}按当年价格核算。
"""

RULE = CheckRule(
    "C210",
    FindingKind.NAMING,
    "指标名称写颠倒",
    "名称写错，表注就对不上指标，检索和汇总时也会漏掉。",
    "以指标表的名称为准改正。",
    find_swaps,
    (Snippet("甲.txt", _TEXT.format(name="社会消费品售零总额")),),
    (Snippet("甲.txt", _TEXT.format(name="社会消费品零售总额")),),
)
