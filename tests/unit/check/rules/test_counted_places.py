"""How many counties, towns or streets a place says it has."""

from lantu.check.rules.counted_places import RULE
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


def find(words: str) -> list[str]:
    return [finding.title for finding in find_in(RULE, f"临江市推进改革\n\n{words}\n")]


def test_the_city_proper_is_taken_off_where_the_words_say_it_is_in() -> None:
    assert find("全市6个县(市、区)都设立专窗，包括市本级在内的7个县(市、区)可以切换。") == []
    assert find("全市6个县(市、区)都设立专窗，包括市本级在内的6个县(市、区)可以切换。") != []


def test_lists_by_sort_are_added_up() -> None:
    assert find("临江下辖东山、西塘两个区，南湾、北岸、中屿3个县级市和嘉水、海丰2个县，全市七个县(市、区)。") == []
    assert find("临江下辖东山、西塘两个区，南湾、北岸、中屿3个县级市和嘉水、海丰2个县，全市9个县(市、区)。") == [
        "全部县(市、区)的个数不一致：7、9"
    ]
    assert find("五县(市)两区一起推进，全市8个县(市、区)都有。") == ["全部县(市、区)的个数不一致：7、8"]


def test_some_of_them_are_not_all() -> None:
    assert find("全市7个县(市、区)，其中3个县(市、区)试点，与2个县结对。") == []
