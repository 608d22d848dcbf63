"""Short words that were lost: 以, 在, 与, the kind or the number of a road."""

from lantu.check.rules.lost_words import RULE
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


ROADS = "临江市交通运输发展规划\n\n六横：滨江大道、{first}、{second}、临江公路、320国道；改造提升。\n"


def test_neighbours_in_one_list_are_one_fault() -> None:
    (both,) = find_in(RULE, ROADS.format(first="212", second="207"))
    assert "212、207" in both.title
    assert [evidence.span.quote for evidence in both.evidence] == ["212", "207"]


def test_places_apart_are_told_apart() -> None:
    roads = "临江市交通运输发展规划\n\n改建05省道，里程12公里。\n\n养护07省道，里程9公里。\n"
    assert len(find_in(RULE, roads)) == 2
