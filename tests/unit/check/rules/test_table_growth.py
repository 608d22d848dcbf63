"""Growth printed in a row against the growth that its two ends give."""

from lantu.check.rules.table_growth import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


REVIEW = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长(%)[累计] | 完成情况 2020年 | 完成情况 年均增长(%)[累计] |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | {name} | {base} | — | — | {end} | {growth} |
| 2 | 人均预期寿命（岁） | 80.2 | 81.2 | [1] | 82.0 | [1.8] |

注：{note}
"""


def check(name: str, base: str, end: str, growth: str, note: str = "数据来自统计部门。") -> list[str]:
    text = REVIEW.format(name=name, base=base, end=end, growth=growth, note=note)
    return [finding.explanation for finding in find_in(RULE, text)]


def test_an_average_over_too_few_years_is_named() -> None:
    (told,) = check("平均受教育年限（年）", "13.5", "14.1", "0.15")
    assert "4年平均" in told


def test_rounding_is_not_a_slip() -> None:
    assert check("发明专利授权量（项）", "1100", "4733", "33.9%") == []
    assert check("户籍人口城镇化率（%）", "38.25", "45.7", "1.5个百分点") == []


def test_growth_at_comparable_prices_is_not_compared() -> None:
    assert check("地区生产总值（亿元）", "3500", "5500", "6.6%") == []
    assert check("外贸出口额（亿元）", "3500", "5500", "6.6%") != []
    assert check("外贸出口额（亿元）", "3500", "5500", "6.6%", "外贸出口额增速按可比价格计算。") == []


def test_growth_at_other_prices_than_its_ends_is_no_finding() -> None:
    """Whichever is higher: where both bases are stated, the two are not comparable."""
    stated = "外贸出口额绝对数按当年价格计算，增速按可比价格计算。"
    assert check("外贸出口额（亿元）", "3500", "5500", "12.6%") != []
    assert check("外贸出口额（亿元）", "3500", "5500", "12.6%", stated) == []
    assert check("外贸出口额（亿元）", "3500", "5500", "12.6%", "外贸进口额绝对数按当年价格计算。") != []


def test_a_note_that_levels_do_not_compare_excuses() -> None:
    assert check("固定资产投资（亿元）", "193", "196", "8.2%") != []
    assert check("固定资产投资（亿元）", "193", "196", "8.2%", "统计制度改变，投资总量不具可比性。") == []


def weigh(name: str, base: str, end: str, growth: str) -> list[Severity]:
    text = REVIEW.format(name=name, base=base, end=end, growth=growth, note="数据来自统计部门。")
    return [finding.severity for finding in find_in(RULE, text)]


def test_the_last_digits_of_a_rate_are_a_hint() -> None:
    assert weigh("农村居民人均可支配收入（元）", "26838", "39801", "8.18%") == [Severity.INFO]
    assert weigh("农村居民人均可支配收入（元）", "25823", "38215", "7.9%") == [Severity.WARNING]


def test_the_last_digits_of_a_step_are_not() -> None:
    assert weigh("平均受教育年限（年）", "13.5", "14.1", "0.15") == [Severity.WARNING]


PAST = REVIEW.replace("| — | — |", "| {goal} | 7% |", 1)


def test_a_past_goal_set_on_an_older_base_is_a_hint() -> None:
    """400 was set at 7% from a base that is no longer printed; a price-free share has no such excuse."""
    told = {"end": "503", "growth": "11.2%", "note": "数据来自统计部门。"}
    output = PAST.format(name="地区生产总值（亿元）", base="296", goal="400", **told)
    assert [f.severity for f in find_in(RULE, output) if "目标" in f.title] == [Severity.INFO]
    patents = PAST.format(name="发明专利授权量（项）", base="296", goal="400", **told)
    assert [f.severity for f in find_in(RULE, patents) if "目标" in f.title] == [Severity.ERROR]
    low = PAST.replace("| 7% |", "| 5% |").format(name="地区生产总值（亿元）", base="296", goal="420", **told)
    assert [f.severity for f in find_in(RULE, low) if "目标" in f.title] in ([], [Severity.WARNING])


def test_half_a_printed_unit_and_a_hair_is_a_hint() -> None:
    assert weigh("城镇居民人均可支配收入（元）", "40823", "57915", "7.3%") == [Severity.INFO]
    assert weigh("城镇居民人均可支配收入（元）", "40823", "57915", "7.4%") == [Severity.WARNING]


def test_the_figure_shown_does_not_round_to_the_one_called_wrong() -> None:
    (told,) = check("城镇居民人均可支配收入（元）", "40823", "57915", "7.3%")
    assert "7.245，" in told
    assert "7.25" not in told


def test_a_past_goal_for_a_share_of_gdp_is_a_hint() -> None:
    """2.6 to 3 was 0.08 a year; GDP was revised upwards, and 2.6 became 2.47."""
    told = {"end": "3.2", "growth": "0.15", "note": "数据来自统计部门。", "base": "2.47", "goal": "3.00"}
    step = PAST.replace("| 7% |", "| 0.08个百分点 |")
    share = step.format(name="研发经费支出占地区生产总值比重（%）", **told)
    assert [f.severity for f in find_in(RULE, share) if "目标" in f.title] == [Severity.INFO]
    other = step.format(name="战略性新兴产业占工业比重（%）", **told)
    assert [f.severity for f in find_in(RULE, other) if "目标" in f.title] == [Severity.WARNING]
    above = PAST.replace("| 7% |", "| 0.2个百分点 |").format(name="研发经费支出占地区生产总值比重（%）", **told)
    assert [f.severity for f in find_in(RULE, above) if "目标" in f.title] == [Severity.WARNING]
