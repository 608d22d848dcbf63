"""Nothing is asked that can be computed, is known, or was asked before."""

import pytest

from lantu.act.asking import Omission, Question, plan_questions
from lantu.core.definition import Definition, Direction, Kind, Ratio

DEFINITIONS = {
    d.code: d
    for d in (
        Definition("gdp", "生产总值", "亿元", Direction.UP, Kind.FLOW),
        Definition("people", "人口", "万人", Direction.NONE, Kind.LEVEL),
        Definition("town", "城镇人口", "万人", Direction.UP, Kind.LEVEL),
        Definition("urban", "城镇化率", "%", Direction.UP, Kind.RATIO, ratio=Ratio("town", "people")),
        Definition("head", "人均生产总值", "元", Direction.UP, Kind.RATIO, ratio=Ratio("gdp", "people")),
        Definition("odd", "无分母", "%", Direction.UP, Kind.RATIO, ratio=Ratio("town", "nowhere")),
    )
}


@pytest.mark.parametrize(
    ("codes", "reported", "asked", "questions", "omissions"),
    [
        (["gdp"], [], [], [Question("gdp")], []),
        (["gdp"], ["gdp"], [], [], [Omission("gdp", "reported")]),
        (["gdp"], [], ["gdp"], [], [Omission("gdp", "asked")]),
        (["nothing"], [], [], [], [Omission("nothing", "undefined")]),
        (["odd"], [], [], [Question("odd")], []),
        (
            ["urban", "head"],
            ["gdp"],
            [],
            [Question("town", "urban"), Question("people", "urban")],
            [
                Omission("urban", "computed", ("town", "people")),
                Omission("head", "computed", ("gdp", "people")),
                Omission("gdp", "reported"),
            ],
        ),
        (["town", "urban", "town"], [], ["people"], [Question("town")],
         [Omission("urban", "computed", ("town", "people")), Omission("people", "asked")]),
    ],
    ids=["plain", "known", "asked", "undefined", "no parts", "ratios", "once"],
)  # fmt: skip
def test_only_what_is_needed(
    codes: list[str],
    reported: list[str],
    asked: list[str],
    questions: list[Question],
    omissions: list[Omission],
) -> None:
    assert plan_questions(codes, DEFINITIONS, reported, asked) == (tuple(questions), tuple(omissions))
