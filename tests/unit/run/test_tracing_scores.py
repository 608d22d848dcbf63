"""A score leads to its standings, sentences and late returns, and those lead to the score."""

from datetime import UTC, date, datetime

import pytest

from lantu.core.trace import Node
from lantu.run.assessing import make_assessment, record_rules
from lantu.run.objecting import Outcome, answer_objection, object_to
from lantu.run.tracing import UnknownAddressError
from lantu.run.tracing_forward import trace_forward
from lantu.run.tracing_scores import count_scored, score_nodes, trace_score
from lantu.store import models
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import CITY

pytestmark = pytest.mark.django_db
LATE = """\
deductions:
  - {code: late, name: 报送逾期, name_en: Late, lapse: late_return, each: 2, most: 4}
"""
EARLY = datetime(2025, 12, 1, tzinfo=UTC)


@pytest.fixture
def sheet() -> str:
    build_scored()
    workflow = models.Workflow.objects.create(
        code="q", name="季报", place_id=CITY, grain="quarter", accepting_level="prefecture", due_working_days=10,
        codes=[], actor="x", recorded_at=EARLY,
    )  # fmt: skip
    row = models.ReturnSheet.objects.create(
        workflow=workflow, place_id=CITY, accepting_place_id=CITY, department_id="tj", period_start=date(2025, 10, 1),
        period_end=date(2025, 12, 31), due_on=date(2026, 1, 9), is_due_exact=True, recorded_at=EARLY,
    )  # fmt: skip
    return f"sheet/{row.pk}"


@pytest.fixture
def run(sheet: str) -> int:
    return make_assessment(record_rules(RULES + LATE, "r.yml", by="wang"), CITY, as_of=DAY, by="wang")


def walk(node: Node) -> list[Node]:
    return [node, *(below for child in node.next for below in walk(child))]


def test_a_score_down_to_its_sentence_its_row_and_its_late_return(run: int, sheet: str) -> None:
    found = walk(trace_score(f"assessment/{run}#tj"))
    kinds = {node.kind for node in found}
    assert {"score", "line", "standing", "entry", "document", "value", "observation", "lapse"} <= kinds
    (lapse,) = (node for node in found if node.kind == "lapse")
    assert lapse.address == sheet
    assert dict(lapse.facts)["done"] == "not done"
    lines = [node for node in found if node.kind == "line"]
    assert any(line.address == "rules/departments/1#deductions.late" for line in lines)
    whole = trace_score(f"assessment/{run}")
    assert {node.address for node in whole.next} == {f"assessment/{run}#tj", f"assessment/{run}#sthj"}


def test_forward_from_a_target_a_row_and_a_late_return(run: int, sheet: str) -> None:
    target = next(n for n in walk(trace_score(f"assessment/{run}#tj")) if n.kind == "standing")
    up = walk(trace_forward(target.address))
    assert f"assessment/{run}#tj" in {node.address for node in up if node.kind == "score"}
    (score,) = trace_forward(sheet).next
    assert (score.address, dict(score.facts)["line"]) == (f"assessment/{run}#tj", "报送逾期")
    assert trace_forward(f"{sheet}").kind == "sheet"


def test_only_the_last_run_of_a_chain_counts(run: int, sheet: str) -> None:
    led_to = answer_objection(object_to(run, "tj", sheet, "系统故障", by="li"), Outcome("left_out", "采纳"), by="wang")
    assert score_nodes(sheet, count_scored()) == []
    counted = {told.score for found in count_scored().values() for told in found}
    assert counted == {f"assessment/{led_to}#tj", f"assessment/{led_to}#sthj"}


def test_a_score_of_other_figures_says_so(run: int) -> None:
    counts = count_scored()
    address, (told, *_) = next((key, found) for key, found in counts.items() if key.startswith("plan/"))
    assert score_nodes(address, counts, told.inputs)[0].role == "counted in"
    assert score_nodes(address, counts, frozenset({"other"}))[0].role == "counted with other figures"


@pytest.mark.parametrize("address", ["assessment/99", "assessment/x", "assessment/"])
def test_unknown_runs_are_named_with_what_was_expected(address: str) -> None:
    with pytest.raises(UnknownAddressError, match="write assessment/3"):
        trace_score(address)


@pytest.mark.parametrize("address", ["sheet/99", "sheet/x", "case/990100/2026/9"])
def test_unknown_sheets_and_cases(address: str) -> None:
    with pytest.raises(UnknownAddressError, match="look like"):
        trace_forward(address)
