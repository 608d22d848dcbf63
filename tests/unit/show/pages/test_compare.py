"""对比: two versions target by target, with ways to both sentences."""

import csv
from io import StringIO

import pytest
from django.test import Client

from lantu.show.pages.compare import guard_cell
from tests.unit.show.checked import Checked, read_text, write_text
from tests.unit.show.city import CITY


def test_two_versions_stand_side_by_side(checked: Checked, reader: Client) -> None:
    text = write_text("示例市", prose="8000", base="5509.5", goal="8000", days="95")
    later = read_text(text, "示例市纲要", CITY)
    page = reader.get(f"/compare?a={checked.upper_version}&b={later}")
    lines = {(line.name, line.verdict): line for line in page.context["lines"]}
    lower, higher = lines["地区生产总值", "lower"], lines["空气质量优良天数比率", "higher"]
    assert (lower.is_easier, higher.is_easier) == (True, False)
    assert lower.first is not None
    assert lower.second is not None
    assert (lower.first.words, lower.second.words) == ("9000亿元", "8000亿元")
    for side, number in ((lower.first, 1), (lower.second, 2)):
        assert f"version={number}&at=" in side.href
        assert 'id="here"' in reader.get(side.href.partition("#")[0]).text
    easier = reader.get(f"/compare?a={checked.upper_version}&b={later}&verdict=easier")
    assert [line.name for line in easier.context["lines"]] == ["地区生产总值"]


def test_the_table_says_the_same(checked: Checked, reader: Client) -> None:
    query = f"a={checked.upper_version}&b={checked.lower_version}"
    rows = list(csv.reader(StringIO(reader.get(f"/compare.csv?{query}").content.decode("utf-8-sig"))))
    lines = reader.get(f"/compare?{query}").context["lines"]
    assert [row[0] for row in rows[1:]] == [line.name for line in lines]
    assert rows[0][2:4] == ["示例市纲要 v1", "甲区纲要 v1"]
    totals = next(row for row in rows if row[0] == "地区生产总值")
    assert totals[4:6] == ["不可比", "总量，上下两级不直接比较"]


@pytest.mark.parametrize("query", ["a=0&b=0", "a=1", "a=x&b=y"])
def test_two_versions_that_were_read_are_needed(checked: Checked, reader: Client, query: str) -> None:
    assert reader.get("/compare").status_code == 200
    assert reader.get(f"/compare?{query}").status_code == 422
    assert reader.get(f"/compare.csv?{query}").status_code == 404


def test_a_cell_is_never_a_formula() -> None:
    assert guard_cell("=1+1") == "'=1+1"
    assert guard_cell("9%") == "9%"
