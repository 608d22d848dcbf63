"""A person's figure is bound where number, unit and the sentence's indicator agree, and nowhere else."""

import pytest

from lantu.show.reports.bind import find_cited, states_fact
from tests.unit.show.reports.small import DONE, GDP, GOAL

FACTS = (GDP, GOAL, DONE)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("2024年地区生产总值7569.5亿元。", {GDP.address: "7569.5亿元"}),
        ("财政收入7569.5亿元。", {}),
        ("地区生产总值7569.5。", {}),
        ("地区生产总值7569.6亿元。", {}),
        ("地区生产总值稳定增长。财政收入9,000亿元。", {}),
        ("地区生产总值为2024年7,569.5亿元，目标9000亿元。", {GDP.address: "7,569.5亿元", GOAL.address: "9000亿元"}),
    ],
    ids=["bound", "other-name", "no-unit", "other-figure", "other-sentence", "two"],
)
def test_figures_of_a_text(text: str, cited: dict[str, str]) -> None:
    assert find_cited(text, FACTS) == cited


def test_a_piece_states_its_fact_with_or_without_the_unit() -> None:
    assert states_fact("7,569.5", GDP)
    assert states_fact("7569.5亿元", GDP)
    assert not states_fact("7569.5万元", GDP)
    assert not states_fact("7,600", GDP)
