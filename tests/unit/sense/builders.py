"""A small catalogue and files of returns for the tests of sense."""

import io

from openpyxl import Workbook

from lantu.core.catalogue import Catalogue, Match
from lantu.core.definition import Definition, Direction, Kind
from lantu.core.place import Place

GDP = Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW, aliases=("生产总值",))
URBAN = Definition("urban", "常住人口城镇化率", "%", Direction.UP, Kind.RATIO)
RATIO = Definition("income_ratio", "城乡收入比", "", Direction.DOWN, Kind.RATIO)
CITY = Place("330400", "嘉兴市", "prefecture")
DISTRICT = Place("330411", "秀洲区", "county", "330400")
CATALOGUE = Catalogue((GDP, URBAN, RATIO), (CITY, DISTRICT))

HEADER = "region,indicator,year,value,unit,source,status,recorded_on,note"


def match_name(name: str, unit: str, catalogue: Catalogue) -> Match | None:
    """The plainest matcher: official names and aliases."""
    found = catalogue.definitions_named(name) or catalogue.definitions_known_as(name)
    return Match(found[0].code, "exact", "") if found else None


def csv_of(*rows: str, header: str = HEADER, encoding: str = "utf-8") -> bytes:
    return "\n".join((header, *rows)).encode(encoding)


def workbook_of(*rows: tuple[object, ...], title: str = "表1") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return save(book)


def save(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
