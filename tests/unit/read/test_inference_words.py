"""Every rule has words in both languages, and no words are left without a rule."""

from lantu.core.entry import PriceBasis
from lantu.read.inference_words import FIELDS, PRICES, REASONS, say_field, say_prices, say_reason
from lantu.read.inferences import UNIT_LINE
from tests.unit.read.test_inferences import RULES


def test_words_and_rules_go_together() -> None:
    assert {(rule.field, rule.reason) for rule in RULES} == set(REASONS)
    assert {rule.field for rule in RULES} == set(FIELDS)


def test_both_languages() -> None:
    assert (say_field(UNIT_LINE), say_field(UNIT_LINE, english=True)) == ("单位", "unit")
    assert say_reason(UNIT_LINE) == "取自表上的“单位”"
    assert say_reason(UNIT_LINE, english=True) == "from the line with the table's unit"


def test_prices() -> None:
    assert set(PRICES) == set(PriceBasis)
    assert say_prices(PriceBasis.COMPARABLE, 2020) == "2020年可比价"
    assert say_prices(PriceBasis.COMPARABLE, 2020, english=True) == "comparable prices of 2020"
    assert say_prices(PriceBasis.CURRENT, None, english=True) == "current prices"
    assert say_prices(PriceBasis.NOT_STATED, None) == ""
