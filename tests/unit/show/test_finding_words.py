"""Every code the checker gives has a word, and every rule says why in both languages."""

from django.utils.translation import override

from lantu.check.compare import Verdict
from lantu.check.registry import RULES
from lantu.core.finding import FindingKind, Relation
from lantu.run.check_state import State
from lantu.show.finding_words import COMPARISONS, KINDS, RELATIONS, STATES, VERDICTS, rule_words
from lantu.store.models.checks import VERDICTS as KEPT


def test_every_code_has_a_word() -> None:
    assert set(KINDS) == set(FindingKind)
    assert set(STATES) == set(State)
    assert set(RELATIONS) == set(Relation)
    assert set(COMPARISONS) == set(Verdict)
    assert set(VERDICTS) == {code for code, _ in KEPT}


def test_rules_speak_the_page_s_language() -> None:
    rule = RULES[0]
    assert (rule_words(rule.code).why, rule_words(rule.code).todo) == (rule.why, rule.todo)
    with override("en"):
        assert rule_words(rule.code).title == "growth in the table does not follow from its two ends"
    assert rule_words("C999").title == "C999"
