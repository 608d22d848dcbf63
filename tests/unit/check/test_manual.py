"""The page of the manual on the rules."""

from lantu.check.manual import write_manual
from lantu.check.registry import RULES


def test_every_rule_has_its_part_with_both_examples() -> None:
    page = write_manual(RULES)
    for rule in RULES:
        assert f"## {rule.code} {rule.title}" in page
        assert rule.why in page
        assert rule.todo in page
        assert all(snippet.text.strip() in page for snippet in (*rule.hit, *rule.miss))
