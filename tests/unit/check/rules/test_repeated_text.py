"""Paragraphs and sentences that stand in a document more than once."""

from lantu.check.rules.repeated_text import RULE
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


PARAGRAPHS = (
    "过去五年，全市坚持绿色发展，河湖面貌明显改善。",
    "各县区建成口袋公园二十处，居民出门见绿。",
    "镇村垃圾分类全面推开，农村厕所改造完成。",
)


def test_paragraphs_pasted_together_say_so() -> None:
    between = "今后五年，全市将继续推进城乡环境建设，办好民生实事。"
    pasted = find_in(RULE, "\n\n".join(("临江市环境建设纪实", *PARAGRAPHS, between, *PARAGRAPHS)))
    assert len(pasted) == 3
    assert all("共3段" in finding.explanation for finding in pasted)
    (alone,) = find_in(RULE, "\n\n".join(("临江市环境建设纪实", PARAGRAPHS[0], between, PARAGRAPHS[0])))
    assert "可一并处理" not in alone.explanation
