"""Places lie in places, and have a life."""

from datetime import date

import pytest

from lantu.core.place import Place, index_places, walk_up

PROVINCE = Place("330000", "浙江省", "province")
CITY = Place("330400", "嘉兴市", "prefecture", "330000")
DISTRICT = Place("330411", "秀洲区", "county", "330400", valid_from=date(1999, 6, 7))
PLACES = index_places((PROVINCE, CITY, DISTRICT))


def test_walks_up_innermost_first() -> None:
    assert list(walk_up("330411", PLACES)) == [DISTRICT, CITY, PROVINCE]
    assert list(walk_up("330000", PLACES)) == [PROVINCE]
    assert list(walk_up("999999", PLACES)) == []


def test_a_circle_ends() -> None:
    one, other = Place("100001", "甲", "town", "100002"), Place("100002", "乙", "town", "100001")
    assert list(walk_up("100001", index_places((one, other)))) == [one, other]


@pytest.mark.parametrize(("code", "level"), [("3304", "prefecture"), ("33O400", "prefecture"), ("330400", "city")])
def test_what_is_no_place(code: str, level: str) -> None:
    with pytest.raises(ValueError, match=r"digits|level"):
        Place(code, "嘉兴市", level)


def test_a_place_stands_from_its_first_day_to_its_last() -> None:
    suburb = Place("330411", "郊区", "county", valid_from=date(1983, 8, 1), valid_to=date(1999, 6, 6))
    assert suburb.stands_on(date(1999, 6, 6))
    assert not suburb.stands_on(date(1999, 6, 7))
    assert DISTRICT.stands_on(date(1999, 6, 7))
    assert not DISTRICT.stands_on(date(1999, 6, 6))
    assert CITY.stands_on(date(1900, 1, 1))
