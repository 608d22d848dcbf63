"""Bad rows are named by row and column with what was expected; the rest goes on."""

from decimal import Decimal

import pytest

from lantu.core.definition import Direction
from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.target import Form
from lantu.judge.plain_row import PlainRow
from lantu.judge.row_reading import COLUMNS, RawRow, read_rows

GOOD = {
    "indicator": "城镇化率", "form": "level", "direction": "up", "base_year": "2025", "base": "72",
    "latest_year": "2027", "latest": "73.5", "target_year": "2030", "target": "76", "tolerance": "",
}  # fmt: skip


def read(**cells: str) -> tuple[tuple[PlainRow, ...], tuple[Diagnostic, ...]]:
    row = {**GOOD, **cells}
    return read_rows("a.csv", COLUMNS, [RawRow(2, tuple(row[name] for name in COLUMNS))])


def test_a_row_keeps_its_figures() -> None:
    rows, diagnostics = read()
    assert diagnostics == ()
    assert rows == (
        PlainRow("城镇化率", Form.LEVEL, Direction.UP, 2025, Decimal(72), 2027, Decimal("73.5"), 2030, Decimal(76)),
    )


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"form": ""}, "J008", "form"),
        ({"form": "rank"}, "J009", "form"),
        ({"indicator": ""}, "J008", "indicator"),
        ({"direction": ""}, "J008", "direction"),
        ({"direction": "north"}, "J009", "direction"),
        ({"base_year": ""}, "J008", "base_year"),
        ({"base": "七十二"}, "J009", "base"),
        ({"base": ">72"}, "J009", "base"),
        ({"latest_year": ""}, "J008", "latest_year"),
        ({"latest_year": "2027-06"}, "J009", "latest_year"),
        ({"latest": "1,5"}, "J009", "latest"),
        ({"target_year": ""}, "J008", "target_year"),
        ({"target": ""}, "J008", "target"),
        ({"target": "76%"}, "J010", "latest"),
        ({"target_year": "2025"}, "J010", "target_year"),
        ({"tolerance": "2"}, "J009", "tolerance"),
        ({"form": "range"}, "J009", "target"),
        ({"form": "floor", "direction": "down"}, "J010", "direction"),
        ({"form": "ceiling"}, "J010", "direction"),
        ({"form": "sum", "direction": "down"}, "J010", "direction"),
        ({"form": "sum", "target": "0"}, "J010", "target"),
        ({"form": "sum", "latest_year": "2031"}, "J010", "latest_year"),
        ({"form": "cut", "target": "100"}, "J010", "target"),
        ({"form": "growth", "target": "-100"}, "J010", "target"),
    ],
)
def test_a_bad_cell_is_named(cells: dict[str, str], code: str, column: str) -> None:
    rows, diagnostics = read(**cells)
    assert rows == ()
    (found,) = diagnostics
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert found.place == f"a.csv row 2, {column}"
    assert found.hint


def test_every_bad_cell_of_a_row_is_named() -> None:
    _, diagnostics = read(base="x", target="y", direction="z")
    assert [d.cell.column for d in diagnostics if d.cell] == ["direction", "base", "target"]


def test_the_rest_goes_on() -> None:
    titles = tuple(GOOD)
    cells = tuple(GOOD.values())
    rows, diagnostics = read_rows(
        "a.csv",
        titles,
        [RawRow(2, cells), RawRow(3, (*cells, "more")), RawRow(4, ("x",), "quote not closed"), RawRow(5, cells)],
    )
    assert len(rows) == 2
    assert [(d.code, d.place) for d in diagnostics] == [("J007", "a.csv row 3"), ("J007", "a.csv row 4")]


def test_columns_stand_in_any_order_and_a_tolerance_may_be_missing() -> None:
    cells = {name: text for name, text in reversed(GOOD.items()) if name != "tolerance"}
    rows, diagnostics = read_rows("a.csv", [name.upper() for name in cells], [RawRow(2, tuple(cells.values()))])
    assert (rows, diagnostics) == (read()[0], ())


def test_a_missing_column_is_named_once_for_the_file() -> None:
    rows, diagnostics = read_rows("a.csv", ("indicator", "form"), [RawRow(2, ("x", "level"))])
    assert rows == ()
    assert {d.code for d in diagnostics} == {"J006"}
    assert diagnostics[0].message == "no column is called direction"


def test_a_column_nobody_knows_is_told_and_passed_over() -> None:
    rows, (found,) = read_rows("a.csv", (*GOOD, "tolerence"), [RawRow(2, tuple(GOOD.values()))])
    assert len(rows) == 1
    assert (found.code, found.severity, found.message) == ("J012", Severity.INFO, "columns passed over: tolerence")


def test_a_tolerance_without_use_is_told_and_the_row_stays() -> None:
    rows, (found,) = read(tolerance="0.02")
    assert len(rows) == 1
    assert (found.code, found.severity) == ("J011", Severity.INFO)
    assert read(form="about", tolerance="0.02")[1] == ()


def test_forms_that_are_held_need_no_base_year() -> None:
    (row,), diagnostics = read(form="floor", base_year="", base="")
    assert diagnostics == ()
    assert (row.base, row.base_year, row.direction) == (None, 2026, Direction.UP)


def test_a_cut_points_down_whatever_the_cell_says() -> None:
    (row,), _ = read(form="cut", direction="up", target="13.5%")
    assert (row.direction, row.target) == (Direction.DOWN, Decimal("13.5"))
