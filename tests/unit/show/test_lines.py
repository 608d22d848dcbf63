"""A target as a line of the overview."""

from lantu.show.figures import Figure, Missing
from lantu.show.lines import BAR, TargetLine, build_lines
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.fetch.standings import targets_of
from tests.unit.show.city import City


def read_lines(city: City) -> dict[str, TargetLine]:
    lines = build_lines(targets_of([city.version]), definitions_by_code())
    return {line.no: line for line in lines}


def test_every_target_is_there_in_the_order_of_the_plan(city: City) -> None:
    assert list(read_lines(city)) == ["1", "2", "3", "4", "5"]


def test_a_missed_target_with_its_figures(city: City) -> None:
    line = read_lines(city)["1"]
    assert (line.klass, line.word, line.is_preliminary) == ("missed", "未实现", True)
    assert isinstance(line.base, Figure)
    assert isinstance(line.latest, Figure)
    assert (line.base.number, line.goal.number, line.latest.number) == ("5,509.5", "9,000", "7,851")
    assert line.latest.href == f"/return/{city.batch.pk}#row-3"
    assert line.bar is not None
    assert (line.bar.done, line.bar.elapsed) == (80, BAR)
    assert line.owner == "统计局"
    assert line.is_owner_guessed


def test_zero_is_a_figure_and_no_data_is_not(city: City) -> None:
    lines = read_lines(city)
    assert isinstance(lines["4"].latest, Figure)
    assert lines["4"].latest.number == "0"
    assert lines["2"].latest == Missing("无数据")
    assert lines["2"].reason == "尚无填报数据。"
    assert lines["2"].bar is None


def test_a_target_without_an_indicator_leads_to_its_text(city: City) -> None:
    line = read_lines(city)["3"]
    assert line.href.startswith(f"/plan/{city.plan.pk}?entry=e3&at=")
    assert (line.is_binding, line.goal.number) == (True, "省下达指标")


def test_a_computed_figure_leads_to_its_lineage(city: City) -> None:
    latest = read_lines(city)["5"].latest
    assert isinstance(latest, Figure)
    assert latest.href.startswith("/indicator/income_ratio?place=990100#value-2024")
