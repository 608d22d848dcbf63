"""Steps of a pack are read with the editions of their rules, or refused with the reason."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lantu.packs.rulebook import Edition, RuleBook, Setting
from lantu.packs.steps import read_steps, resolve_rule

RULES = RuleBook(
    {
        "validity": (
            Edition("old", date(2012, 1, 1), date(2020, 12, 31), "x", {"hours": Decimal(18)}),
            Edition("new", date(2021, 1, 1), None, "x", {"hours": Decimal(20)}),
        ),
        "limits": (Edition("only", date(2012, 1, 1), None, "x", {"day": {"PM2.5": Decimal(75), "co": Decimal(4)}}),),
    },
    {"dust": Setting("dust", "deduct", ("deduct", "keep"), "")},
)
DAY = "{name: day, from: [observations], items: [pm25, co], over: time, by: mean, grain: day, decimals: 3, source: x"


def read(*steps: str) -> tuple[list[str], list[str]]:
    text = "names: {pm25: PM2.5}\nsteps:\n" + "".join(f"  - {step}\n" for step in steps)
    found, diagnostics = read_steps(text, "indicators.yml", "air", RULES)
    return [step.name for step in found], [d.message for d in diagnostics]


def test_rules_come_with_their_dates_and_items() -> None:
    rule = resolve_rule({"rule": "validity", "value": "hours"}, RULES, ["pm25"], {})
    assert [(held.edition, held.find("pm25")) for held in rule.editions] == [("old", 18), ("new", 20)]
    limits = resolve_rule({"rule": "limits", "value": "day"}, RULES, ["pm25", "co", "so2"], {"pm25": "PM2.5"})
    assert dict(limits.editions[0].values) == {"pm25": Decimal(75), "co": Decimal(4)}
    both = resolve_rule({"rule": "limits", "parts": {"limit": "day", "all": "day.co"}}, RULES, ["co"], {})
    assert both.editions[0].find("co") == {"limit": Decimal(4), "all": Decimal(4)}
    assert resolve_rule(Decimal(6), RULES, ["co"], {}).editions[0].find("anything") == 6


def test_an_item_without_a_figure_has_that_of_the_other_way() -> None:
    told = {"rule": "limits", "value": "day", "or": "night"}
    night = {"day": {"PM2.5": Decimal(75)}, "night": {"PM2.5": Decimal(1), "co": Decimal(2)}}
    rules = RuleBook({"limits": (Edition("only", date(2012, 1, 1), None, "x", night),)}, {})
    rule = resolve_rule(told, rules, ["pm25", "co", "so2"], {"pm25": "PM2.5"})
    assert dict(rule.editions[0].values) == {"pm25": Decimal(75), "co": Decimal(2)}


CHOICE = DAY + ", rules: {least: 3}, choices: [{setting: dust, is: %s, %s}]}"


def test_a_choice_takes_away_and_puts_in_its_place() -> None:
    instead = "without: [least], instead: {by: max, rules: {round: 1}, parts: {left_out: co}}"
    text = f"steps:\n  - {CHOICE % ('keep', instead)}\n"
    (usual,), _ = read_steps(text, "indicators.yml", "air", RULES)
    assert (usual.by, set(usual.rules), dict(usual.parts)) == ("mean", {"least"}, {})
    kept = RuleBook(RULES.editions, {"dust": replace(RULES.settings["dust"], value="keep")})
    (chosen,), said = read_steps(text, "indicators.yml", "air", kept)
    assert said == ()
    assert (chosen.by, set(chosen.rules), dict(chosen.parts)) == ("max", {"round"}, {"left_out": "co"})
    assert "no setting dust that may be half" in read(CHOICE % ("half", "without: [least]"))[1][0]
    assert "no rule or part most to do without" in read(CHOICE % ("keep", "without: [most]"))[1][0]


def test_a_step_may_use_those_above_it() -> None:
    year = "{name: year, from: [day], items: [co], over: time, by: mean, grain: year, decimals: 3, source: x}"
    assert read(DAY + "}", year) == (["day", "year"], [])
    names, said = read(year, DAY + "}")
    assert names == ["day"]
    assert "no step above is called day" in said[0]


@pytest.mark.parametrize(
    ("step", "why"),
    [
        (DAY + ", rules: {least: {rule: nothing}}}", "no rule nothing"),
        (DAY + ", rules: {least: {rule: validity, value: minutes}}}", "holds nothing under minutes"),
        (DAY.replace("by: mean", "by: percentile") + "}", "needs the rule percent"),
        (DAY.replace("over: time", "over: places") + "}", "needs levels"),
        (DAY.replace("over: time, by: mean", "over: items, by: ratio") + "}", "needs the part above"),
        (DAY.replace("by: mean", "by: median") + "}", "median"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told(step: str, why: str) -> None:
    names, said = read(step)
    assert names == []
    assert any(why in message for message in said)


def test_items_and_grains_fit_between_steps() -> None:
    _, said = read(
        DAY + "}", "{name: y, from: [day], items: [o3], over: time, by: mean, grain: year, decimals: 3, source: x}"
    )
    assert "o3 are not items of day" in said[0]


def test_a_pack_without_steps_has_none() -> None:
    assert read_steps("indicators: []", "indicators.yml", "air", RULES) == ((), ())
