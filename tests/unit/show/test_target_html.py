"""Rows of the list of targets."""

from dataclasses import replace

import pytest

from lantu.show.lines import build_lines
from lantu.show.pages.targets import COLUMNS
from lantu.show.target_filter import ListedTarget, list_targets
from lantu.show.target_html import CELLS, write_target_row
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.fetch.standings import targets_by_key
from tests.unit.show.city import City

ALL = frozenset(column.code for column in COLUMNS)


@pytest.fixture
def gdp(city: City) -> tuple[ListedTarget, object]:
    item = next(t for t in list_targets() if t.row.code == "gdp")
    return item, build_lines(targets_by_key([item.row.key]), definitions_by_code())[0]


def test_cells_are_the_columns_after_the_name() -> None:
    assert [code for code, _, _ in CELLS] == [column.code for column in COLUMNS if column.code != "name"]
    assert [str(word) for _, word, _ in CELLS] == [str(column.word) for column in COLUMNS if column.code != "name"]


def test_a_row_has_the_columns_shown_and_no_other(gdp) -> None:
    item, line = gdp
    assert write_target_row(item, line, ALL).count("<td ") == len(COLUMNS) - 1
    few = write_target_row(item, line, frozenset({"name", "standing", "goal"}))
    assert few.count("<td ") == 2
    assert 'class="c-goal" data-label="目标"' in few


def test_why_is_told_of_what_is_late(gdp) -> None:
    item, line = gdp
    late = write_target_row(item, replace(line, klass="behind", reason="", why="差<3%"), ALL)
    assert '<span class="reason">差&lt;3%</span>' in late
    assert "reason" not in write_target_row(item, replace(line, klass="met", reason="", why="好"), ALL)


def test_owner_guessed_or_missing(gdp) -> None:
    item, line = gdp
    assert "推定" in write_target_row(replace(item, owner="统计局", is_owner_guessed=True), line, ALL)
    assert "未定" in write_target_row(replace(item, owner=""), line, ALL)


def test_names_are_escaped(gdp) -> None:
    item, line = gdp
    row = write_target_row(replace(item, place="<i>", plan="<i>", owner="<i>"), replace(line, name="<i>"), ALL)
    assert "<i>" not in row
    assert row.count("&lt;i&gt;") == 4
