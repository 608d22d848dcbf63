"""Counts by department add up to the plan's targets, each bound."""

from dataclasses import replace
from datetime import UTC, date, datetime

from lantu.run.report_material import Material, gather_material
from lantu.show.reports.ledger import Ledger
from lantu.show.reports.rollups import NOBODY, build_rollups
from tests.unit.show.city import DISTRICT, City


def gather(city: City) -> Material:
    later = datetime(2026, 3, 2, tzinfo=UTC)
    return gather_material(city.plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=later)


def test_departments_with_nobody_last(city: City) -> None:
    material = gather(city)
    ledger = Ledger(material)
    ((word, table),) = build_rollups(ledger, material)
    names = [row[0][0].text for row in table.rows]
    assert (word, sorted(names[:-1]), names[-1]) == ("责任部门", ["生态环境局", "统计局"], NOBODY)
    assert sum(int(row[1][0].text) for row in table.rows) == len(material.judged) == 5
    for row in table.rows:
        assert sum(int(cell[0].text) for cell in row[2:] if cell[0].address) == int(row[1][0].text)
        assert all(piece.address in ledger.facts for cell in row[1:] for piece in cell if piece.text != "—")


def test_places_only_where_there_is_more_than_one(city: City) -> None:
    material = gather(city)
    first, *rest = material.judged
    moved = replace(first, target=replace(first.target, place_code=DISTRICT))
    tables = dict(build_rollups(Ledger(material), replace(material, judged=(moved, *rest))))
    assert tables["地区"].rows[0][0][0].text == material.places[DISTRICT]
    assert [row[1][0].text for row in tables["地区"].rows] == ["1", "4"]
