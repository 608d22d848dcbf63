"""The table of rules: each is known by its field and reason, and in the reader's entries where it was used."""

import pytest

from lantu.core.inference import Inference
from lantu.read import inferences, read_text

RULES = [rule for rule in vars(inferences).values() if isinstance(rule, Inference)] + list(inferences.COLUMN_PLACED)
REPORT = """云山市人民政府工作报告

（2021年1月20日）

一、2020年工作回顾

过去一年，地区生产总值增长6.1%。

2019年，新建学校12所。改造道路30公里。

二、2021年工作安排

粮食播种面积稳定在20万亩。一般公共预算收入、居民收入分别增长5%和7%以上。
"""


def find_rules(text: str, words: str) -> dict[str, str]:
    """Rules by field of the entry whose span holds the words."""
    entry = next(e for e in read_text(text, "report.txt").entries if words in e.span.quote)
    return {rule.field: rule.reason for rule in entry.inferred}


def test_each_rule_is_stated_once_with_a_share() -> None:
    keys = [(rule.field, rule.reason) for rule in RULES]
    assert len(keys) == len(set(keys)) > 30
    assert all(0 < rule.confidence < 1 for rule in RULES)


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("地区生产总值增长6.1%", {"year": "relative_word", "kind": "year"}),
        ("学校12所", {"kind": "year", "indicator": "joined_words"}),
        ("道路30公里", {"year": "earlier_sentence", "kind": "year"}),
        ("粮食播种面积稳定在20万亩", {"year": "heading", "kind": "heading"}),
        ("增长5%", {"year": "heading", "kind": "heading", "comparator": "shared"}),
    ],
)
def test_entries_say_what_was_inferred(words: str, rules: dict[str, str]) -> None:
    assert find_rules(REPORT, words) == rules


def test_what_rests_on_more_is_less_sure() -> None:
    entries = read_text(REPORT, "report.txt").entries
    stated = next(e for e in entries if "12所" in e.span.quote)
    inferred = next(e for e in entries if "增长5%" in e.span.quote)
    assert 0 < inferred.confidence < stated.confidence < 1


@pytest.mark.parametrize(
    ("share", "reason"), [(0.95, "arithmetic"), (0.8, "types"), (0.6, "two_readings"), (0.5, "misfit")]
)
def test_placing_has_a_rule_for_each_confidence(share: float, reason: str) -> None:
    assert inferences.place_rule(share).reason == reason
    assert inferences.place_rule(share).confidence == share
