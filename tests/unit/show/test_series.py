"""A series with the figure in force, its inputs and earlier reports."""

from lantu.show.series import build_blocks, build_report
from lantu.store.fetch.figures import observations_by_key, observations_for, values_for
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.known import value_noun
from tests.unit.show.city import CITY, City


def read_blocks(code: str):
    values = [(row, value_noun(row)) for row in values_for(code) if row.place_code == CITY]
    inputs = observations_by_key(key for _, value in values for key in value.inputs)
    return build_blocks(values, observations_for(code, CITY), inputs, definitions_by_code())


def test_all_vintages_are_visible_and_one_is_in_force(city: City) -> None:
    newest, oldest = read_blocks("gdp")
    assert (newest.when, oldest.when) == ("2025年", "2021年")
    assert [report.number for report in oldest.inputs] == ["6,355.28"]
    assert [report.number for report in oldest.others] == ["6,355.3"]
    assert oldest.inputs[0].source_url == "https://example.org/bulletin"


def test_a_computed_figure_lists_both_inputs(city: City) -> None:
    (block,) = read_blocks("income_ratio")
    assert block.is_computed
    assert [(r.indicator, r.number) for r in block.inputs] == [
        ("城镇居民人均可支配收入", "75,000"),
        ("农村居民人均可支配收入", "50,000"),
    ]
    assert block.inputs[0].href == f"/return/{city.batch.pk}#row-6"


def test_only_web_addresses_become_links(city: City) -> None:
    row = observations_for("gdp", CITY)[0]
    row.source_url = "javascript:alert(1)"
    assert build_report(row, {}).source_url == ""
