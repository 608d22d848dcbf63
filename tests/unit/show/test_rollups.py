"""Counts by part, department and place, whose figures lead to what they count."""

from django.test import Client

from lantu.core.standing import Class
from lantu.judge.rollup import Member, roll_up
from lantu.show.rollups import build_rollups, count_classes
from lantu.show.target_filter import NAMELESS, list_targets
from lantu.store.fetch.plans import versions_in_force
from lantu.store.fetch.standings import targets_of
from tests.unit.show.city import City


def test_groups_count_every_target_once(city: City) -> None:
    targets = list_targets()
    tables = build_rollups(targets)
    assert [table.code for table in tables] == ["group", "department", "place"]
    for table in tables:
        assert sum(row.total for row in table.rows) == len(targets) == 5
        assert all(sum(cell.number for cell in row.cells) == row.total for row in table.rows)


def test_the_counts_are_those_of_the_judge(city: City) -> None:
    nouns = targets_of(versions_in_force().values())
    judged = roll_up(Member(n.entry.category, n.target, n.standing) for n in nouns)
    counted = build_rollups(list_targets())[0].rows
    assert [r.name for r in counted] == [g.group for g in judged]
    for row, group in zip(counted, judged, strict=True):
        assert {Class(c.klass): c.number for c in row.cells} == dict(group.counts)
        assert [w.name for w in row.worst] == [t.name for t in group.worst]


def test_a_count_leads_to_a_list_of_so_many(city: City, reader: Client) -> None:
    for cell in (*count_classes(list_targets()), *build_rollups(list_targets())[1].rows[0].cells):
        assert reader.get(cell.href).text.count('class="target is-') == cell.number


def test_what_has_no_department_comes_last_and_can_be_asked_for(city: City) -> None:
    rows = build_rollups(list_targets())[1].rows
    assert [row.name for row in rows] == ["统计局", "生态环境局", "未定"]
    assert f"department={NAMELESS}" in rows[-1].href


def test_a_binding_target_that_is_behind_is_named_with_a_way_to_it(city: City) -> None:
    worst = [w for row in build_rollups(list_targets())[0].rows for w in row.worst]
    assert [w.name for w in worst] == ["优良天数比率"]
    assert worst[0].href.startswith("/indicator/good_air")
