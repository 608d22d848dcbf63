"""A city's own indicator takes the place of the pack's; a pack's takes no name that the city uses."""

from lantu.core.definition import Definition, Direction, Kind
from lantu.run.pack_steps import check_asked, list_asked, name_apart, step_packs

AIR = step_packs()["air"]


def own(code: str, by: str, grain: str = "year") -> Definition:
    return Definition(code, code, "%", Direction.UP, Kind.RATIO, grain=grain, measured_by=by)


def test_packs_with_steps() -> None:
    assert {"air", "water", "services"} <= set(step_packs())
    assert "economy" not in step_packs()


def test_who_answers_for_a_figure() -> None:
    asked = {(a.wanted.code, a.step.name) for a in list_asked(AIR, [own("pm25", "air.pm25_annual")])}
    assert ("pm25", "city_year") in asked
    assert ("air.pm25_annual", "city_year") not in asked
    assert {("air.good_day_ratio", "city_good_year"), ("air.good_day_ratio", "city_good_month")} <= asked
    assert not {code for code, step in asked if step in ("city_aqi", "station_aqi")}, "days stay in their files"
    monthly = {(a.wanted.code, a.step.name) for a in list_asked(AIR, [own("good", "air.good_day_ratio", "month")])}
    assert ("good", "city_good_month") in monthly
    assert ("good", "city_good_year") not in monthly


def test_what_nobody_computes_is_told() -> None:
    known = [own("a", "air.pm25_annual"), own("b", "air.none"), own("c", "air.pm25_annual", "day"), own("d", "")]
    assert [(d.code, d.about) for d in check_asked({"air": AIR}, known)] == [("M005", "b"), ("M005", "c")]


def test_names_stay_apart() -> None:
    source = next(a.source for a in list_asked(AIR, ()) if a.source.code == "air.good_day_ratio")
    assert name_apart(source, AIR, [source]) == source
    city = Definition("good", source.name, "%", Direction.UP, Kind.RATIO, aliases=source.aliases)
    apart = name_apart(source, AIR, [city, source])
    assert apart.name != source.name
    assert apart.name.startswith(source.name)
    assert apart.aliases == ()
