"""What speaks against one reading by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lantu.core.catalogue import Catalogue
from lantu.core.place import Place
from lantu.sense.readings.reading import Block, Limit, SensorRules
from lantu.sense.readings.single import flag_clocks, flag_figures, judge_value, place_readings

NOW = datetime(2024, 1, 1, tzinfo=UTC)
LIMIT = Limit(0, 5000, 1000, 1)


def one(value: float = 1.0, at: datetime = NOW, place: str = "330400") -> Block:
    return Block((2,), ("air/pm25/a",), ("pm25",), (place,), (at,), (value,), ("μg/m3",), ("k",), ("",))


@pytest.mark.parametrize(
    ("value", "flag"),
    [(38, ""), (0, ""), (5000, ""), (-1, "negative"), (0.038, "unit"), (38000, "unit"), (5_000_001, "impossible")],
)
def test_figures_against_a_limit(value: float, flag: str) -> None:
    assert judge_value(value, LIMIT) == flag


def test_a_quantity_without_a_limit_is_not_judged() -> None:
    assert flag_figures(one(-5), SensorRules({}, {})) == [set()]
    assert flag_figures(one(-5), SensorRules({"pm25": LIMIT}, {})) == [{"negative"}]


@pytest.mark.parametrize(("minutes", "flags"), [(0, set()), (60, set()), (61, {"future"})])
def test_clocks(minutes: int, flags: set[str]) -> None:
    assert flag_clocks(one(at=NOW + timedelta(minutes=minutes)), SensorRules({}, {}), NOW) == [flags]


@pytest.mark.parametrize(
    ("text", "code", "flags"),
    [
        ("330400", "330400", set()),
        ("青湖", "330400", set()),
        ("330498", "330498", {"closed"}),
        ("别处", "", {"unplaced"}),
        ("", "", {"unplaced"}),
    ],
)
def test_places(text: str, code: str, flags: set[str]) -> None:
    places = (Place("330400", "青湖市", "prefecture"), Place("330498", "旧区", "county", valid_to=date(2010, 1, 1)))
    assert place_readings(one(place=text), Catalogue((), places)) == ((code,), [flags])
