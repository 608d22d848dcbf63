"""A list that says how many items it has.

In: lists joined by 、 that end in a count (等五大领域, 三个平台). Out: lists with
another number of items. Left out on purpose: lists that give examples before 等, and
counts with other numbers inside.
"""

import re
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_NUMBERS = {word: n for n, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_NOUN = (
    r"(?:个|大|项|类|条|种|方面的?)+(?:[一-鿿]{0,6}?)(?:领域|方面|体系|产业|平台|中心|工程|行动|任务|板块|片区|组团|"
    r"新城|园区|基地|群体|建设|集群|走廊|通道|项目|机制|制度|抓手|战略)"
)
_COUNT = re.compile(rf"(等)?([两二三四五六七八九十])({_NOUN})")
_ITEMS = re.compile(r"[^，。；：、！？,:;?!\n“”]{2,24}(?:、[^，。；：、！？,:;?!\n“”]{2,24}){1,9}$")
_REACH = 160
_JOINED = re.compile(r"(?:和|及|与|以及)(?=.{2})")


def find_miscounts(material: Material) -> Iterator[Draft]:
    """Lists whose items are more than their count."""
    for doc, reading in enumerate(material.readings):
        for match in _COUNT.finditer(reading.text):
            listed = _ITEMS.search(reading.text, max(0, match.start() - _REACH), match.start())
            if listed is None:
                continue
            items = listed[0].split("、")
            stated = _NUMBERS[match[2]]
            fewest, most = len(items), len(items) + len(_JOINED.findall(listed[0]))
            # A list that goes on behind its count, or gives examples, says nothing.
            if stated < fewest or (stated > most and not match[1] and stated - most == 1 and fewest >= 3):
                yield Draft(
                    Severity.INFO,
                    f"列举{fewest}项，写作“{match[2]}{match[3]}”",
                    f"前面列举了{'、'.join(items)[:60]}，共{fewest}项，与“{match[2]}{match[3]}”不符。",
                    (material.cite(doc, listed.start(), match.end()),),
                )


_TEXT = """临江市综合规划

聚焦科技创新、现代产业、交通设施、社会民生{more}等四大领域，安排一批重大项目，完善推进机制。
"""

RULE = CheckRule(
    "C181",
    FindingKind.COUNT_CHECK,
    "列举的项数与所写个数不符",
    "“五大领域”只列四项，或列了六项，执行的人不知道以哪个为准。",
    "补全或删减列举的内容，使之与个数一致。",
    find_miscounts,
    (Snippet("甲.txt", _TEXT.format(more="、生态环境")),),
    (Snippet("甲.txt", _TEXT.format(more="")),),
)
