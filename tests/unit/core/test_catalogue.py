"""Definitions and places found by code and by name."""

from hypothesis import given
from hypothesis import strategies as st

from lantu.core.catalogue import Catalogue, fold_name
from lantu.core.definition import Definition, Direction, Kind
from lantu.core.place import Place

WATER = Definition(
    "water", "地表水达到或好于Ⅲ类水体比例（省控断面）", "%", Direction.UP, Kind.RATIO, aliases=("省控断面Ⅲ类水比例",)
)
CITY = Place("330400", "嘉兴市", "prefecture")
DISTRICT = Place("330411", "秀洲区", "county", "330400")
CATALOGUE = Catalogue((WATER,), (CITY, DISTRICT))


def test_finds_by_code() -> None:
    assert CATALOGUE.definition("water") is WATER
    assert CATALOGUE.definition("fire") is None
    assert CATALOGUE.place("330411") is DISTRICT
    assert CATALOGUE.place("000000") is None


def test_finds_by_name_whatever_width_blanks_and_quotes() -> None:
    assert CATALOGUE.definitions_named(" 地表水达到或好于III类水体比例(省控断面) ") == (WATER,)
    assert CATALOGUE.definitions_named("“地表水”达到或好于Ⅲ类水体比例（省控断面）") == (WATER,)
    assert CATALOGUE.definitions_named("省控断面Ⅲ类水比例") == ()
    assert CATALOGUE.definitions_known_as("省控断面Ⅲ类水比例") == (WATER,)


def test_finds_places_with_and_without_their_ending() -> None:
    assert CATALOGUE.places_named("嘉兴市") == CATALOGUE.places_named("嘉兴") == (CITY,)
    assert CATALOGUE.places_named("秀洲") == (DISTRICT,)
    assert CATALOGUE.places_named("湖州市") == ()


def test_a_name_of_two_places_gives_both() -> None:
    other = Place("110105", "朝阳区", "county")
    another = Place("211300", "朝阳市", "prefecture")
    assert set(Catalogue((), (other, another)).places_named("朝阳")) == {other, another}


def test_names_the_nearest() -> None:
    assert CATALOGUE.nearest_places("秀州区") == ("秀洲区",)
    assert CATALOGUE.nearest_indicators("地表水好于Ⅲ类水体比例")[0] == WATER.name
    assert CATALOGUE.nearest_indicators("zzz") == ()


@given(st.text("地区生产总值占比GDPgdp（）()“” \u3000Ⅲ％%#1１.", max_size=20))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text(max_size=30))
def test_folding_leaves_no_blank(name: str) -> None:
    assert not any(character.isspace() for character in fold_name(name))
