"""Value added of the three sectors against the gross product.

In: reports of one document and year. Out: sectors that do not add up to the product.
Left out on purpose: years for which a sector is not told.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.material import Material
from lantu.check.printed import show
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator, EntryKind
from lantu.core.finding import FindingKind

_SECTORS = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
_YI = Decimal(10) ** 8


def find_bad_sums(material: Material) -> Iterator[Draft]:
    """Years whose sectors do not add up."""
    sectors = [{_at(c): c for c in reversed(material.groups.get(stem, ())) if _is_level(c)} for stem in _SECTORS]
    for output in material.groups.get("gdp", ()):
        parts = [found.get(_at(output)) for found in sectors]
        if not _is_level(output) or output.value is None:
            continue
        known = [part for part in parts if part is not None and part.value is not None]
        if len(known) == len(_SECTORS):
            total = sum((part.value for part in known if part.value is not None), Decimal(0))
            slack = output.slack + sum((part.slack for part in known), Decimal(0))
            if abs(total - output.value) > slack:
                yield _draft(material, output, known, total)


def _at(claim: Claim) -> tuple[int, int | None, str]:
    return claim.doc, claim.year, claim.entry.region


def _is_level(claim: Claim) -> bool:
    is_exact = claim.comparator is Comparator.EQUAL and claim.value is not None and claim.year is not None
    return claim.kind is EntryKind.ACTUAL and claim.nature == "level" and is_exact and claim.unit.endswith("元")


def _draft(material: Material, output: Claim, parts: list[Claim], total: Decimal) -> Draft:
    return Draft(
        Severity.ERROR,
        f"{output.year}年三次产业增加值合计{show(total / _YI)}亿元，生产总值为{output.amount}{output.unit}",
        "三次产业增加值之和应当等于生产总值，按所列小数位四舍五入也不能相符。",
        tuple(material.show(claim) for claim in (output, *parts)),
        (("sum", total / _YI),),
    )


_TEXT = """临江市2023年国民经济和社会发展统计公报

2023年，全市地区生产总值{total}亿元。其中，第一产业增加值100.2亿元，第二产业增加值500.4亿元，第三产业增加值600.1亿元。
"""

RULE = CheckRule(
    "C105",
    FindingKind.ARITHMETIC,
    "三次产业增加值之和不等于生产总值",
    "分项之和必须等于总数，不等说明至少一个数抄错。",
    "对照统计部门的核算结果改正。",
    find_bad_sums,
    (Snippet("甲.txt", _TEXT.format(total="1250.7")),),
    (Snippet("甲.txt", _TEXT.format(total="1200.7")),),
)
