"""A district's target that asks for less than its city's."""

from lantu.check.rule import Snippet
from lantu.check.rules.below_city import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import gather, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


def test_what_the_land_gives_is_a_hint() -> None:
    woods = [Snippet(s.name, s.text.replace("空气质量优良天数比率", "森林覆盖率")) for s in RULE.hit]
    assert [finding.severity for finding in RULE.apply(gather(*RULE.hit))] == [Severity.WARNING]
    assert [finding.severity for finding in RULE.apply(gather(*woods))] == [Severity.INFO]
