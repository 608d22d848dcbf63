"""Whole files: good rows are kept whatever the others are, and the counts add up."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from lantu.check.match import match_indicator
from lantu.core.catalogue import Catalogue
from lantu.core.diagnostic import Diagnostic
from lantu.core.observation import Observation
from lantu.core.place import Place
from lantu.packs.definitions import read_definitions
from lantu.sense.returns import read_returns
from lantu.sense.summary import ReturnSummary
from tests.unit.sense.builders import CATALOGUE, HEADER, csv_of, match_name, save, workbook_of

GOOD = "嘉兴市,地区生产总值,2021,6355.28,亿元,公报,preliminary,2022-03-31,"
OTHER = "秀洲区,地区生产总值,2021,572.95,亿元,公报,,,"
Read = tuple[tuple[Observation, ...], tuple[Diagnostic, ...], ReturnSummary]


def read(data: bytes, name: str = "f.csv") -> Read:
    observations, diagnostics, summary = read_returns(data, name, CATALOGUE, match=match_name)
    assert summary.read == summary.kept + summary.refused + summary.doubled
    assert summary.kept == len(observations)
    return observations, diagnostics, summary


def codes(data: bytes, name: str = "f.csv") -> list[str]:
    return [d.code for d in read(data, name)[1]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_give_the_same_figures(encoding: str) -> None:
    observations, diagnostics, summary = read(csv_of(GOOD, OTHER, encoding=encoding))
    assert observations == read(csv_of(GOOD, OTHER))[0]
    assert diagnostics == ()
    assert (summary.read, summary.kept) == (2, 2)


def test_a_workbook_gives_the_same_figures_as_the_text() -> None:
    rows = [
        tuple(HEADER.split(",")),
        ("嘉兴市", "地区生产总值", 2021, 6355.28, "亿元", "公报", "preliminary", "2022-03-31"),
    ]
    data = workbook_of(("填报表",), *rows)
    observations, diagnostics, summary = read(data, "f.xlsx")
    assert diagnostics == ()
    assert summary.encoding == "xlsx"
    (expected,) = read(csv_of(GOOD))[0]
    assert (observations[0].quantity, observations[0].period) == (expected.quantity, expected.period)
    assert observations[0].source.row == 3


def test_bad_rows_never_cost_good_ones() -> None:
    bad = [
        "嘉兴市,不存在的指标,2021,1,亿元,,,,",
        "火星市,地区生产总值,2021,1,亿元,,,,",
        "嘉兴市,地区生产总值,2021,1,万人,,,,",
        "嘉兴市,地区生产总值,某年,1,亿元,,,,",
        "嘉兴市,地区生产总值,2020,很多,亿元,,,,",
        "嘉兴市,地区生产总值,2019,1,234.5,亿元,公报,final,2020-01-01,注",
        GOOD,
    ]
    observations, diagnostics, summary = read(csv_of(GOOD, *bad, OTHER))
    assert len(observations) == 2
    assert [d.code for d in diagnostics] == ["S005", "S006", "S007", "S008", "S009", "S012", "S010"]
    assert (summary.read, summary.kept, summary.refused, summary.doubled) == (9, 2, 6, 1)
    assert [d.cell.row for d in diagnostics if d.cell] == [3, 4, 5, 6, 7, 8, 9]
    assert all(d.hint for d in diagnostics)


def test_contradictions_are_counted_and_kept() -> None:
    _, diagnostics, summary = read(csv_of(GOOD, GOOD.replace("6355.28", "6400")))
    assert [d.code for d in diagnostics] == ["S011"]
    assert (summary.kept, summary.contradicting) == (2, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_broken_bytes_cost_their_row_only(encoding: str) -> None:
    lines = csv_of(GOOD, OTHER, OTHER.replace("2021", "2022"), encoding=encoding).split(b"\n")
    lines[2] = b"\xff" + lines[2]
    observations, diagnostics, _ = read(b"\n".join(lines))
    assert [d.code for d in diagnostics] == ["S004"]
    assert diagnostics[0].place == "f.csv row 3"
    assert len(observations) == 2


@pytest.mark.parametrize("stray", ['"嘉兴市', '嘉兴市,"地区生产总值', '"嘉兴"市'])
def test_a_quote_that_is_not_closed_costs_its_row_only(stray: str) -> None:
    quoted = GOOD.replace("公报", '"公报,第二版\n（续）"').replace("2021", "2020")
    observations, diagnostics, summary = read(csv_of(GOOD, stray + ",2019,1,亿元", OTHER, quoted))
    assert [(d.code, d.place) for d in diagnostics] == [("S017", "f.csv row 3")]
    assert [o.source.row for o in observations] == [2, 4, 5]
    assert observations[2].source.name == "公报,第二版\n（续）"
    assert summary.refused == 1


def test_files_that_cannot_be_read() -> None:
    assert codes(b"") == ["S002"]
    assert codes(b"\n\n ,, \n") == ["S002"]
    assert codes(b"\x00\x01\x02") == ["S001"]
    assert codes(b"PK\x03\x04garbage", "f.xlsx") == ["S001"]
    assert codes(workbook_of(), "f.xlsx") == ["S002"]


def test_missing_columns_are_named_with_the_names_they_may_have() -> None:
    _, (diagnostic,), summary = read(csv_of("嘉兴市,地区生产总值,2021,1", header="地区,指标,年份,数值"))
    assert diagnostic.code == "S003"
    assert "unit" in diagnostic.message
    assert "计量单位" in diagnostic.hint
    assert summary.refused == 1
    assert codes(csv_of("1,2", header="a,b")) == ["S003"]


def test_a_header_alone_holds_nothing_and_harms_nothing() -> None:
    observations, diagnostics, summary = read(csv_of())
    assert (observations, diagnostics, summary.read) == ((), (), 0)


def test_unknown_columns_are_passed_over_and_said() -> None:
    observations, diagnostics, _ = read(csv_of(GOOD + ",蓝", header=HEADER + ",颜色"))
    assert len(observations) == 1
    assert [(d.code, d.severity) for d in diagnostics] == [("S015", "info")]


def test_a_sheet_without_a_header_is_said() -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.append(("说明", "请先阅读"))
    sheet = book.create_sheet("数据")
    sheet.append(HEADER.split(","))
    sheet.append(GOOD.split(","))
    observations, diagnostics, _ = read(save(book), "f.xlsx")
    assert len(observations) == 1
    assert [d.code for d in diagnostics] == ["S015"]


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=10), max_size=6))
def test_no_rows_raise_and_the_counts_add_up(rows: list[list[str]]) -> None:
    read(csv_of(*(",".join(row) for row in rows)))


def test_real_figures_of_the_city(shared: Path, repo: Path) -> None:
    definitions, _ = read_definitions((repo / "examples/jiaxing/indicators.yml").read_text("utf-8"), "indicators.yml")
    towns = [("330400", "嘉兴市"), ("330411", "秀洲区"), ("330402", "南湖区"), ("330481", "海宁市")]
    towns += [("330483", "桐乡市"), ("330421", "嘉善县"), ("330482", "平湖市"), ("330424", "海盐县")]
    catalogue = Catalogue(definitions, tuple(Place(code, name, "county") for code, name in towns))
    data = (shared / "data/economy/actuals.csv").read_bytes()
    observations, diagnostics, summary = read_returns(data, "actuals.csv", catalogue, match=match_indicator)
    assert (summary.read, summary.refused, len(observations)) == (118, 0, 116)
    assert {d.code for d in diagnostics} == {"S010"}
