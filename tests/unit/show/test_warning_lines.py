"""Steps and counts in words."""

from datetime import date

from lantu.core.warning import Level, Step, WarningMove
from lantu.show.warning_lines import build_warning, count_levels
from lantu.store.fetch.warnings import list_warnings
from lantu.store.keep.warnings import Subject, keep_moves
from tests.unit.show.city import AT, CITY, City

DAY = date(2026, 3, 1)
ABOUT = {"a": Subject("空气", CITY, "", "")}


def test_a_warning_without_an_indicator_or_a_known_rule(city: City) -> None:
    evidence = (("class", "missed"), ("chance", "0.04"), ("figure", "5 亿元"))
    keep_moves([WarningMove(Step.OPENED, "progress", "a", Level.RED, "gone", DAY, evidence)], ABOUT, {}, DAY, AT)
    line = build_warning(list_warnings()[0])
    assert (line.about_href, line.rule, line.level_word) == ("", "gone", "红色")
    assert line.steps[0].figures == (("进展", "未实现"), ("如期的可能", "4%"), ("最新", "5 亿元"))


def test_all_levels_are_counted_gravest_first(city: City) -> None:
    keep_moves([WarningMove(Step.OPENED, "progress", "a", Level.BLUE, "gone", DAY)], ABOUT, {}, DAY, AT)
    assert [(count.level, count.number) for count in count_levels(list_warnings())] == [
        ("red", 0), ("orange", 0), ("yellow", 0), ("blue", 1),
    ]  # fmt: skip
