"""The name of a version of a rule set is stable and readable."""

from tests.unit.act.scores.builders import make_rules


def test_the_address_names_code_and_version() -> None:
    assert make_rules(code="districts", version="2026.1").address == "rules/districts/2026.1"
