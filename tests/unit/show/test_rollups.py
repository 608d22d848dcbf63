"""Counts by part, department and place, whose figures lead to what they count."""

from lantu.show.rollups import NAMELESS, build_rollups, is_in
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.fetch.plans import versions_in_force
from lantu.store.fetch.standings import targets_of
from tests.unit.show.city import City


def test_groups_count_every_target_once(city: City) -> None:
    targets = targets_of(versions_in_force().values())
    tables = build_rollups(targets, definitions_by_code())
    assert [table.code for table in tables] == ["group", "department", "place"]
    for table in tables:
        assert sum(row.total for row in table.rows) == len(targets) == 5
        assert all(sum(cell.number for cell in row.cells) == row.total for row in table.rows)


def test_what_has_no_department_comes_last_and_can_be_asked_for(city: City) -> None:
    targets, definitions = targets_of(versions_in_force().values()), definitions_by_code()
    rows = build_rollups(targets, definitions)[1].rows
    assert [row.name for row in rows] == ["统计局", "生态环境局", "未定"]
    nameless = [t.target.name for t in targets if is_in(t, "department", NAMELESS, definitions)]
    assert len(nameless) == rows[-1].total
    assert f"name={NAMELESS}" in rows[-1].href


def test_an_unknown_way_to_count_leaves_nothing_out(city: City) -> None:
    targets = targets_of(versions_in_force().values())
    assert all(is_in(t, "nonsense", "x", {}) for t in targets)


def test_a_binding_target_that_is_behind_is_named_with_a_way_to_it(city: City) -> None:
    targets = targets_of(versions_in_force().values())
    groups = {row.name: row for row in build_rollups(targets, definitions_by_code())[0].rows}
    worst = [w for row in groups.values() for w in row.worst]
    assert all(w.href for w in worst)
    assert {w.name for w in worst} <= {t.target.name for t in targets if t.target.is_binding}
