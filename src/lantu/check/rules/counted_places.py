"""How many counties, towns or streets a place says it has.

In: counts of administrative areas that are said to be all of them. Out: counts of
one sort that differ within a document. Left out on purpose: counts of some of them.
"""

import re
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import Evidence, FindingKind

_SORT = r"县[（(]市、区[）)]|县市区|镇[（(]街道[）)]|(?:乡镇|镇|街道)(?=[，。、；和])"
_COUNT = re.compile(rf"(\d{{1,3}}|[一二三四五六七八九十]{{1,3}})个({_SORT})")
_WHOLE = re.compile(r"(?:全市|全区|全县|全域|包括[^，。；]{1,8}在内的|下辖|所有|全部)(?:的|共|有)*$")
_DIGITS = {word: n for n, word in enumerate("零一二三四五六七八九")}
_BEFORE = 16


def find_differences(material: Material) -> Iterator[Draft]:
    """Counts of all areas of one sort that differ."""
    for doc, reading in enumerate(material.readings):
        counts: dict[str, dict[int, Evidence]] = {}
        for match in _COUNT.finditer(reading.text):
            before = reading.text[max(0, match.start() - _BEFORE) : match.start()]
            whole = _WHOLE.search(before)
            if whole:
                start = match.start() - len(before) + whole.start()
                sort = match[2].replace("（", "(").replace("）", ")")
                counts.setdefault(sort, {}).setdefault(_number(match[1]), material.cite(doc, start, match.end()))
        for sort, found in counts.items():
            if len(found) > 1:
                numbers = "、".join(str(n) for n in sorted(found))
                yield Draft(
                    Severity.WARNING,
                    f"全部{sort}的个数不一致：{numbers}",
                    f"文件里几处都说是全部的{sort}，个数却是{numbers}。可能是否包括开发区或市本级的口径不同，应当统一或注明。",
                    tuple(found.values()),
                )


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, has_ten, ones = word.rpartition("十")
    if not has_ten:
        return _DIGITS.get(word[-1], 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


_TEXT = """临江市推进政务服务改革

全市6个县(市、区)政务服务大厅都设立了专窗，群众可以就近办理跨省事项。

目前，包括市本级在内的{count}个县(市、区)之间可以互相切换，材料一次收齐。
"""

RULE = CheckRule(
    "C180",
    FindingKind.COUNT_CHECK,
    "辖区个数前后不一",
    "辖区个数是最基本的事实，前后不一会影响对“全覆盖”一类目标的判断。",
    "以民政部门公布的区划为准统一；含开发区的，注明“含开发区”。",
    find_differences,
    (Snippet("甲.txt", _TEXT.format(count="7")),),
    (Snippet("甲.txt", _TEXT.format(count="6")),),
)
