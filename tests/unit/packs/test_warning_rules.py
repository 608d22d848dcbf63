"""Rules of warnings from their text; the built-in ones are sound."""

from decimal import Decimal
from importlib.resources import files

import pytest

from lantu.core.warning import Level, Trigger
from lantu.packs.warning_rules import read_warning_rules

RULE = """
- code: smog
  cause: air
  name: 细颗粒物偏高
  name_en: Fine particles high
  trigger: value
  indicator: pm25
  above: 35
  release: 2.5
  levels: {30: yellow, 0: blue}
"""


def test_a_rule_with_exact_figures_and_levels_in_order() -> None:
    (rule,), problems = read_warning_rules(RULE, "w.yml")
    assert problems == ()
    assert (rule.trigger, rule.above, rule.release) == (Trigger.VALUE, Decimal(35), Decimal("2.5"))
    assert rule.levels == ((0, Level.BLUE), (30, Level.YELLOW))


def test_the_built_in_rules_are_sound_and_their_codes_unique() -> None:
    rules, problems = read_warning_rules(
        files("lantu.packs").joinpath("warnings.yml").read_text("utf-8"), "warnings.yml"
    )
    assert problems == ()
    assert len(rules) >= 7
    assert {rule.cause for rule in rules} == {"progress", "outlook", "data"}


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("a: [", "P044", ""),
        ("just words", "P044", "list"),
        (RULE + RULE, "P044", "twice"),
        (RULE.replace("above: 35", ""), "P010", ""),
        (RULE.replace("blue", "purple"), "P010", "purple"),
        ("- 5", "P010", ""),
    ],
)
def test_a_bad_rule_is_named(text: str, code: str, message: str) -> None:
    _, problems = read_warning_rules(text, "w.yml")
    assert problems[0].code == code
    assert message in problems[0].message


def test_the_sound_rules_beside_a_bad_one_hold() -> None:
    rules, problems = read_warning_rules(RULE + "- {code: bad}\n", "w.yml")
    assert [rule.code for rule in rules] == ["smog"]
    assert problems
