"""Rules between figures: read from a line, checked with room for rounding, told in their own words."""

import pytest

from lantu.core.diagnostic import Severity
from lantu.core.quantity import Quantity, make_quantity
from lantu.sense.identities import check_identities, read_identities

SUM = "gdp = first + second + third | 三次产业之和等于生产总值"


def figures(**amounts: str) -> dict[str, Quantity]:
    return {code: make_quantity(*said.split()) for code, said in amounts.items()}


@pytest.mark.parametrize(
    ("line", "said", "is_broken"),
    [
        (SUM, {"gdp": "100 亿元", "first": "10 亿元", "second": "50 亿元", "third": "40 亿元"}, False),
        (SUM, {"gdp": "100 亿元", "first": "10 亿元", "second": "50 亿元", "third": "42 亿元"}, False),
        (SUM, {"gdp": "100 亿元", "first": "10 亿元", "second": "50 亿元", "third": "43 亿元"}, True),
        (SUM, {"gdp": "100.0 亿元", "first": "10.0 亿元", "second": "50.0 亿元", "third": "40.3 亿元"}, True),
        (SUM, {"gdp": "100 亿元", "first": "10 亿元", "second": "500000 万元", "third": "40 亿元"}, False),
        (SUM, {"gdp": "100 亿元", "first": "10 亿元"}, False),
        ("town <= people", {"town": "5.0 万人", "people": "4.0 万人"}, True),
        ("town <= people", {"town": "4.0 万人", "people": "4.0 万人"}, False),
        ("people >= 2 * town", {"town": "4.0 万人", "people": "7.0 万人"}, True),
        ("gdp - first >= second", {"gdp": "9.0 亿元", "first": "1.0 亿元", "second": "8.0 亿元"}, False),
    ],
)
def test_a_rule_is_kept_or_broken(line: str, said: dict[str, str], is_broken: bool) -> None:
    rules, wrong = read_identities([line])
    assert wrong == ()
    assert bool(check_identities(rules, figures(**said))) is is_broken


def test_a_breach_is_told_in_the_words_of_the_rule() -> None:
    rules, _ = read_identities([SUM, "? " + SUM])
    said = figures(gdp="100.0 亿元", first="10.0 亿元", second="50.0 亿元", third="45.0 亿元")
    error, warning = check_identities(rules, said)
    assert (error.code, error.severity, warning.severity) == ("S020", Severity.ERROR, Severity.WARNING)
    assert "三次产业之和等于生产总值" in error.message
    assert "off by -5 亿元" in error.message


def test_units_that_do_not_convert_are_said() -> None:
    rules, _ = read_identities(["a = b"])
    (warning,) = check_identities(rules, figures(a="1 亿元", b="1 万人"))
    assert warning.severity is Severity.WARNING


@pytest.mark.parametrize("line", ["gdp", "a = b = c", "a = ", "a = b c", "a = b + 3", "= a"])
def test_a_line_that_is_no_rule_is_named(line: str) -> None:
    rules, (wrong,) = read_identities([line, "", SUM])
    assert [rule.text for rule in rules] == ["gdp = first + second + third"]
    assert (wrong.code, wrong.about) == ("S021", line)
