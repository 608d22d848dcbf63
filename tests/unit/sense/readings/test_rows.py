"""Rows become readings; what cannot be read is named with row and column, the rest is kept."""

import pytest

from lantu.sense.readings.layout import Figure, Layout
from lantu.sense.readings.rows import read_rows
from lantu.sense.table import Row

PM25, CO = Figure("pm25", "μg/m3", 3, "PM2.5"), Figure("co", "mg/m3", 4, "CO", 0.001)
WIDE = Layout("air", station=0, date=1, hour=2, figures=(PM25, CO), width=5, place_code="330400")
LONG = Layout("air", station=0, time=1, quantity=2, value=3, unit=4, names={"pm2.5": Figure("pm25", "μg/m3")}, width=5)


def test_a_wide_row_gives_a_reading_per_quantity() -> None:
    block, said, refused = read_rows([Row(2, ("清河", "20200326", "18", "38", "900"))], WIDE, "a.csv")
    assert (block.series, block.values, block.units) == (
        ("air/pm25/清河", "air/co/清河"),
        (38.0, 0.9),
        ("μg/m3", "mg/m3"),
    )
    assert block.place_codes == ("330400", "330400")
    assert block.keys == ("import", "import")
    assert (said, refused) == ((), 0)


def test_an_empty_cell_is_no_reading_and_no_fault() -> None:
    block, said, refused = read_rows([Row(2, ("清河", "20200326", "18", "NaN", "900"))], WIDE, "a.csv")
    assert (block.quantities, said, refused) == (("co",), (), 0)


@pytest.mark.parametrize(
    ("cells", "code", "column", "kept", "refused"),
    [
        (("清河", "20200326", "18", "bad", "900"), "S031", "PM2.5", 1, 0),
        (("清河", "2020-13-01", "18", "38", "900"), "S030", "", 0, 1),
        (("", "20200326", "18", "38", "900"), "S032", "", 0, 1),
        (("清河", "20200326", "18", "38", "900", "x"), "S012", "", 0, 1),
        (("清\ufffd", "20200326", "18", "38", "900"), "S004", "", 0, 1),
    ],
)
def test_what_is_wrong_is_named(cells: tuple[str, ...], code: str, column: str, kept: int, refused: int) -> None:
    block, said, count = read_rows([Row(7, cells)], WIDE, "a.csv")
    assert [(d.code, d.cell.row, d.cell.column) for d in said if d.cell] == [(code, 7, column)]
    assert (len(block), count) == (kept, refused)


def test_a_row_that_could_not_be_cut_is_named() -> None:
    _, said, refused = read_rows([Row(7, ('1,"',), "unexpected end")], WIDE, "a.csv")
    assert ([d.code for d in said], refused) == (["S017"], 1)


def test_a_long_row_converts_its_unit() -> None:
    block, said, _ = read_rows([Row(2, ("清河", "2020-03-26 18:00", "PM2.5", "0.038", "mg/m3"))], LONG, "a.csv")
    assert said == ()
    assert block.values == pytest.approx((38.0,))
    assert block.units == ("μg/m3",)


@pytest.mark.parametrize(("name", "unit", "code"), [("NH3", "", "S032"), ("PM2.5", "km", "S007")])
def test_a_long_row_of_something_else_is_refused(name: str, unit: str, code: str) -> None:
    block, said, refused = read_rows([Row(2, ("清河", "2020-03-26 18:00", name, "38", unit))], LONG, "a.csv")
    assert ([d.code for d in said], len(block), refused) == ([code], 0, 1)


def test_a_detection_limit_is_flagged() -> None:
    block, _, _ = read_rows([Row(2, ("清河", "20200326", "18", "<3", ""))], WIDE, "a.csv")
    assert (block.values, block.flags) == ((3.0,), ("below",))


def test_days_without_a_year_need_one() -> None:
    from dataclasses import replace

    row = [Row(2, ("清河", "03-26", "18", "38", ""))]
    assert [d.code for d in read_rows(row, WIDE, "a.csv")[1]] == ["S030"]
    block, said, _ = read_rows(row, replace(WIDE, year="2020"), "a.csv")
    assert (said, block.instants[0].year) == ((), 2020)
