"""A sentence, a row and a value lead to the lights and warnings that rest on them."""

import pytest

from lantu.run.tracing import UnknownAddressError
from lantu.run.tracing_forward import trace_forward
from lantu.store.models import PlanTarget, StagedObservation
from tests.unit.run.test_tracing import address_of, flat, judged  # noqa: F401

pytestmark = pytest.mark.django_db


def batch() -> int:
    return int(StagedObservation.objects.first().batch_id)


@pytest.mark.parametrize("row", [2, 3, 4])
def test_from_a_row_to_the_light(row: int) -> None:
    tree = trace_forward(f"return/{batch()}#row-{row}")
    assert tree.kind == "observation"
    assert address_of("gdp") in {node.address for node in flat(tree) if node.kind == "standing"}


def test_from_a_whole_return() -> None:
    assert [node.kind for node in trace_forward(f"return/{batch()}").next] == ["observation"] * 3


def test_from_a_value_to_light_and_warning() -> None:
    nodes = flat(trace_forward("value/gdp/330400/2022"))
    assert [node.kind for node in nodes][:2] == ["value", "standing"]
    assert any(node.kind == "warning" and "behind" in node.title for node in nodes)


def test_from_characters_to_every_entry_that_holds_them() -> None:
    row = PlanTarget.objects.filter(indicator_code="gdp").latest("id").entry
    document = row.version.document_id
    tree = trace_forward(f"document/{document}#{row.start}-{row.end}")
    assert tree.title == f"“{row.quote}”".replace("\n", " ")
    assert address_of("gdp") in {node.address for node in flat(tree)}


def test_from_an_entry_and_from_a_plan() -> None:
    assert trace_forward(address_of("gdp")).next[0].title == "地区生产总值: behind"
    plan = address_of("gdp").partition("#")[0]
    assert {node.address for node in trace_forward(plan).next} == {address_of("gdp"), address_of("urban")}


@pytest.mark.parametrize(
    "address", ["plan/1", "plan/1#x", "document/a#5-2", "return/99", "return/1#row-99", "value/x/y/z"]
)
def test_an_unknown_address_is_refused(address: str) -> None:
    with pytest.raises(UnknownAddressError):
        trace_forward(address)
