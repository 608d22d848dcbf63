"""A light leads to its sentence and its row, and a warning to its light."""

from datetime import date

import pytest

from lantu.core.trace import Node
from lantu.run.judging import judge_all
from lantu.run.measuring import measure_all
from lantu.run.plans import read_version, receive_plan
from lantu.run.returns import receive_return
from lantu.run.tracing import (
    UnknownAddressError,
    find_row,
    find_target,
    find_value,
    observation_node,
    trace_back,
    value_node,
)
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import PlanTarget, StagedObservation, WarningRow

pytestmark = pytest.mark.django_db
RETURN = """region,indicator,year,value,unit,source,quoted_sentence,status,recorded_on
青湖市,地区生产总值,2020,600,亿元,年鉴,全年600亿元,final,2021-02-01
青湖市,地区生产总值,2021,610,亿元,公报,全年610亿元,final,2022-02-01
青湖市,地区生产总值,2022,620,亿元,公报,全年620亿元,final,2023-02-01
"""


@pytest.fixture(autouse=True)
def judged(definitions: None, plan_bytes: bytes) -> None:
    facts = PlanFacts("规划", "330400", slug="outline", first_year=2021, last_year=2025)
    read_version(receive_plan(plan_bytes, "plan.md", facts, by="li"), by="li")
    receive_return(RETURN.encode(), "gdp.csv", by="li")
    measure_all(by="li")
    judge_all(by="li")


def address_of(code: str) -> str:
    return PlanTarget.objects.filter(indicator_code=code).latest("id").address


def flat(node: Node) -> list[Node]:
    return [node, *(found for child in node.next for found in flat(child))]


def test_from_a_light_to_sentence_definition_row_and_file() -> None:
    tree = trace_back(address_of("gdp"))
    assert (tree.kind, tree.title) == ("standing", "地区生产总值: behind")
    nodes = flat(tree)
    figure = next(node for node in nodes if node.role == "target figure")
    assert "[900]" in figure.title
    assert figure.address.startswith("document/")
    row = next(node for node in nodes if node.kind == "observation" and node.role == "input")
    assert row.address == f"return/{StagedObservation.objects.first().batch_id}#row-4"
    assert dict(row.facts)["quote"] == "全年620亿元"
    assert row.next[0].title == "gdp.csv, row 4"
    assert {"definition", "value", "method", "trend", "entry", "document", "return"} <= {node.kind for node in nodes}


def test_a_target_without_a_figure_still_leads_to_its_sentence() -> None:
    tree = trace_back(address_of("urban"))
    assert tree.title.endswith("cannot_say, no_value")
    assert any("[70" in node.title for node in flat(tree))


def test_a_past_day_is_told_as_it_was() -> None:
    with pytest.raises(UnknownAddressError, match="2000-01-01"):
        trace_back(address_of("gdp"), date(2000, 1, 1))


def test_values_rows_and_warnings_have_addresses() -> None:
    value = find_value("value/gdp/330400/2021")
    assert value_node(value, "").title == "gdp 330400 2021: 610 亿元"
    row = find_row(f"return/{StagedObservation.objects.first().batch_id}#row-3")
    assert observation_node(row, "").title == "gdp 330400 2021: 610 亿元"
    warning = WarningRow.objects.get(indicator_code="gdp", cause="progress")
    tree = trace_back(warning.address)
    assert tree.next[0].address == address_of("gdp")
    assert "behind" in dict(tree.facts)[f"{warning.opened_on} opened"]


@pytest.mark.parametrize(
    "address", ["nonsense", "value/gdp/330400/1999", "return/1#row-99", "return/x", "warning/a/b/1"]
)
def test_an_unknown_address_is_refused_with_a_hint(address: str) -> None:
    with pytest.raises(UnknownAddressError):
        trace_back(address)


def test_the_target_found_is_that_of_the_version_in_force() -> None:
    row, target, standing = find_target(address_of("gdp"))
    assert row.address == target.id
    assert standing is not None
