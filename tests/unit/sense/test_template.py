"""What is written to be filled in can be read back as a return."""

import io

from openpyxl import load_workbook

from lantu.core.catalogue import Catalogue, Match
from lantu.core.definition import Definition, Direction, Kind
from lantu.core.place import Place
from lantu.core.quantity import make_quantity
from lantu.sense.returns import read_returns
from lantu.sense.template import COLUMNS, TemplateRow, write_template

GDP = Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW)
CATALOGUE = Catalogue((GDP,), (Place("330400", "青湖市", "prefecture"),))


def match(name: str, unit: str, catalogue: Catalogue) -> Match | None:
    return Match("gdp", "exact", "") if name == GDP.name else None


def test_a_filled_in_template_is_a_return() -> None:
    row = TemplateRow("青湖市", "330400", GDP.name, "gdp", "2025", "亿元", value="7851.2", status="初步")
    observations, diagnostics, _ = read_returns(write_template("=2025 年", [row]), "t.xlsx", CATALOGUE, match=match)
    assert diagnostics == ()
    assert [o.quantity for o in observations] == [make_quantity("7851.2", "亿元")]


def test_nothing_typed_becomes_a_formula() -> None:
    row = TemplateRow("青湖市", "330400", "=1+1", "gdp", "2025", "亿元", note="@SUM(A1)")
    sheet = load_workbook(io.BytesIO(write_template("标题", [row]))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == list(COLUMNS)
    assert sheet["C3"].value == "'=1+1"
    assert sheet["I3"].value == "'@SUM(A1)"
