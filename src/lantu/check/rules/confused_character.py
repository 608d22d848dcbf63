"""Characters mistaken for others that sound or look alike.

In: the words of all documents. Out: rare spellings whose counterpart is common, and
一 where a dash joins places. Left out on purpose: words that are right both ways;
a spelling is doubted only where the other stands at least three times.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_ALIKE = (
    "州洲",
    "蓝篮",
    "籍藉",
    "帐账",
    "像象",
    "做作",
    "部布",
    "辩辨",
    "竞竟",
    "密蜜",
    "副幅",
    "坐座",
    "采彩",
    "响晌",
    "末未",
    "己已",
)
_COUNTERPARTS = {a: b for pair in _ALIKE for a, b in (tuple(pair), tuple(pair)[::-1])}
_DOUBTFUL = re.compile(rf"(?=([一-鿿][{''.join(_COUNTERPARTS)}][一-鿿]))")
_COMMON = 3
_PART = r"(?:(?![一个又次步层天年点])[一-鿿]){2}"
_DASHED = re.compile(rf"{_PART}(?:一{_PART}){{2,}}(?!一)")


def find_confusions(material: Material) -> Iterator[Draft]:
    """Rare spellings of common words, and 一 for a dash."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for doc, reading in enumerate(material.readings):
        for match in _DOUBTFUL.finditer(reading.text):
            counts[match[1]] += 1
            first.setdefault(match[1], (doc, match.start(1)))
    for word, times in counts.items():
        right = word[0] + _COUNTERPARTS[word[1]] + word[2]
        if times == 1 and counts[right] >= _COMMON:
            yield Draft(
                Severity.WARNING,
                f"疑为错字：{word}，别处写作{right}",
                f"“{right}”出现{counts[right]}次，“{word}”只有这一处，两者只差一个形近或音近的字。",
                tuple(material.cite(doc, at, at + len(word)) for doc, at in (first[word], first[right])),
            )
    yield from _find_dashes(material)


def _find_dashes(material: Material) -> Iterator[Draft]:
    for doc, reading in enumerate(material.readings):
        for dashed in _DASHED.finditer(reading.text):
            yield Draft(
                Severity.WARNING,
                f"疑把破折号写成“一”：{dashed[0]}",
                "几个地名之间用“一”相连，应当是连接号“—”。",
                (material.cite(doc, dashed.start(), dashed.end()),),
            )


_TEXT = """临江市综合交通规划

云州湾大桥建成通车，云州湾新区基础设施不断完善，云州湾港口吞吐量增长。规划建设云{letter}湾北岸通道，推进{line}铁路前期工作。
"""

RULE = CheckRule(
    "C212",
    FindingKind.TYPO,
    "疑似错别字",
    "地名、机构名写错，正式文件会被要求更正。",
    "对照标准地名和机构名改正。",
    find_confusions,
    (Snippet("甲.txt", _TEXT.format(letter="洲", line="东山一西塘一南湾")),),
    (Snippet("甲.txt", _TEXT.format(letter="州", line="东山—西塘—南湾")),),
)
