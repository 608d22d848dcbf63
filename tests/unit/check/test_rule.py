"""A draft becomes a finding of its rule."""

from decimal import Decimal

from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import Finding, FindingKind
from tests.unit.check.proof import gather


def test_code_and_kind_come_from_the_rule() -> None:
    draft = Draft(Severity.INFO, "题", "说明。", (), (("x", Decimal(1)),))
    rule = CheckRule("C999", FindingKind.TYPO, "题", "因", "办", lambda _: [draft], (), ())
    found = list(rule.apply(gather(Snippet("甲.txt", "文字。"))))
    assert found == [Finding("C999", FindingKind.TYPO, Severity.INFO, "题", "说明。", (), (("x", Decimal(1)),))]
