"""Formulas of the water, alone: limits, directions, means of sections."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lantu.core.absence import Absence
from lantu.packs.rows import InputRow
from lantu.packs.rulebook import RuleBook
from lantu.packs.water.formulas import classify_item, classify_section, compute_good_share, judge_basin, merge_rows
from lantu.run.pack_folders import find_packs, load_pack

NAMES = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ")


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return load_pack(find_packs()["water"]).pack.rules


def make_row(number: int = 0, words: dict[str, str] | None = None, **amounts: object) -> InputRow:
    figures: dict[str, Any] = {name: Decimal(str(amount)) for name, amount in amounts.items()}
    return InputRow(number, figures, words or {}, day=date(2021, 5, 1))


@pytest.mark.parametrize(
    ("item", "amount", "river", "lake"),
    [
        ("ph", "6", 0, 0), ("ph", "5.99", 5, 5), ("ph", "9.01", 5, 5), ("do", "7.5", 0, 0), ("do", "7.49", 1, 1),
        ("do", "1.99", 5, 5), ("tp", "0.01", 0, 0), ("tp", "0.0101", 0, 1), ("tp", "0.2", 2, 4), ("tp", "0.41", 5, 5),
        ("cod", "15", 0, 0), ("cod", "15.1", 2, 2), ("hg", "0.00005", 0, 0), ("hg", "0.00006", 2, 2),
    ],
)  # fmt: skip
def test_limits_of_single_items(rules: RuleBook, item: str, amount: str, river: int, lake: int) -> None:
    values = rules.pick("class_limits", None).values
    for body, wanted in (("river", river), ("lake", lake)):
        assert classify_item(Decimal(amount), values["items"][item], values["classes"], body) == wanted


def test_all_21_items_decide(rules: RuleBook) -> None:
    values = rules.pick("class_limits", None).values
    assert len(values["items"]) == 21
    for key, item in values["items"].items():
        worst = Decimal(0) if "at_least" in item else Decimal(10000)
        assert classify_section(make_row(**{key: worst}), rules).value == "劣Ⅴ", key


def test_an_unknown_water_body_is_told_and_the_class_stays_open(rules: RuleBook) -> None:
    outcome = classify_section(make_row(words={"water_body": "海"}, tp="0.03"), rules)
    assert isinstance(outcome.value, Absence)
    assert [d.code for d in outcome.diagnostics] == ["P039", "P038"]


def test_means_are_exact_and_absent_figures_do_not_count(rules: RuleBook) -> None:
    merged = merge_rows([make_row(tp="0.1"), make_row(tp="0.2", nh3n="1"), make_row(tp="0.2")])
    assert (merged.amount("tp"), merged.amount("nh3n")) == (Decimal("0.1666666667"), Decimal(1))


def test_a_section_sampled_often_is_one_section(rules: RuleBook) -> None:
    rows = (
        make_row(0, {"section": "a", "water_body": "河流"}, tp="0.1"),
        make_row(1, {"section": "a", "water_body": "河流"}, tp="0.5"),
        make_row(2, {"section": "b", "water_body": "河流"}, tp="0.1"),
    )
    outcome = compute_good_share(rows, rules)
    assert (outcome.value, outcome.parts["sections"]) == (Decimal(50), 2)


@pytest.mark.parametrize(
    ("classes", "status"),
    [
        ("Ⅰ Ⅱ Ⅲ Ⅲ Ⅲ Ⅱ Ⅱ Ⅱ Ⅱ Ⅳ", "优"), ("Ⅱ Ⅱ Ⅱ Ⅳ Ⅱ Ⅲ Ⅲ 劣Ⅴ", "良好"), ("Ⅱ Ⅱ Ⅳ Ⅳ Ⅴ", "轻度污染"),
        ("Ⅱ Ⅱ Ⅳ Ⅳ 劣Ⅴ", "中度污染"), ("Ⅱ Ⅱ 劣Ⅴ Ⅳ 劣Ⅴ", "重度污染"),
    ],
)  # fmt: skip
def test_basins(rules: RuleBook, classes: str, status: str) -> None:
    rows = tuple(InputRow(n, {}, {"section": str(n), "class": name}) for n, name in enumerate(classes.split()))
    assert judge_basin(rows, rules).value == status


def test_rivers_and_lakes_together_are_neither(rules: RuleBook) -> None:
    rows = (
        make_row(0, {"section": "a", "water_body": "湖库"}, tp="0.1"),
        make_row(1, {"section": "b", "water_body": "河流"}, tp="0.1"),
    )
    outcome = judge_basin(rows, rules)
    assert isinstance(outcome.value, Absence)
    assert (outcome.parts["class_river"], outcome.parts["class_lake"]) == ("Ⅱ", "Ⅳ")


def test_a_basin_of_rows_set_aside_has_no_status(rules: RuleBook) -> None:
    outcome = judge_basin((replace(make_row(tp="0.1"), is_set_aside=True),), rules)
    assert (isinstance(outcome.value, Absence), outcome.parts["sections"]) == (True, 0)


def test_no_class_no_share(rules: RuleBook) -> None:
    assert isinstance(compute_good_share((make_row(),), rules).value, Absence)
    assert set(NAMES) == {*rules.pick("class_limits", None).values["classes"], "劣Ⅴ"}
