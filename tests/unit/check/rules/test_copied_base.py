"""Base figures of a district that are the city's own."""

from lantu.check.rule import Snippet
from lantu.check.rules.copied_base import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import gather, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


def test_a_base_alone_is_a_hint() -> None:
    city, district = RULE.hit
    lower = Snippet(district.name, district.text.replace("| 15 |", "| 16 |"))
    assert [finding.severity for finding in RULE.apply(gather(city, district))] == [Severity.WARNING]
    assert [finding.severity for finding in RULE.apply(gather(city, lower))] == [Severity.INFO]


def test_neighbours_breathe_the_same_air() -> None:
    dust = [
        Snippet(s.name, s.text.replace("每万人高价值发明专利拥有量 | 件", "PM2.5浓度 | 微克/立方米")) for s in RULE.hit
    ]
    assert [finding.severity for finding in RULE.apply(gather(*dust))] == [Severity.INFO]
