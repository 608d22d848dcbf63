"""The same target for the same year in two documents about one place."""

from lantu.check.rules.target_change import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


OLD = "临江市推进开放发展行动计划\n\n2019年9月18日\n\n到2025年，{target}。\n"
NEW = "临江市国民经济和社会发展第十四个五年规划纲要\n\n到2025年，{target}。\n"


def test_another_scope_is_no_change() -> None:
    old, new = OLD.format(target="城镇登记失业率控制在3%以内"), NEW.format(target="城镇调查失业率控制在5%以内")
    assert find_in(RULE, old, new) == []


def test_a_loosened_target_is_a_warning_and_a_raised_one_a_hint() -> None:
    old = OLD.format(target="常住人口城镇化率达到73%")
    (lower,) = find_in(RULE, old, NEW.format(target="常住人口城镇化率达到70%"))
    (higher,) = find_in(RULE, old, NEW.format(target="常住人口城镇化率达到75%"))
    assert (lower.severity, higher.severity) == (Severity.WARNING, Severity.INFO)


def test_documents_of_other_places_are_not_compared() -> None:
    new = NEW.format(target="常住人口城镇化率达到75%").replace("临江", "临海")
    assert find_in(RULE, OLD.format(target="常住人口城镇化率达到73%"), new) == []
