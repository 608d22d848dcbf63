"""What a page shows of a finding, and which findings a filter lets through."""

from decimal import Decimal

from lantu.run.check_state import State
from lantu.run.checking import CheckedFinding
from lantu.show.finding_lines import Filters, count_gone, count_open, count_words, write_computed
from lantu.show.words import SEVERITIES
from lantu.store.models import FindingRow


def make_item(severity: str = "warning", state: State = State.OPEN, plans: tuple[int, ...] = (1,)) -> CheckedFinding:
    body = {"explanation": "推算不符", "evidence": [{"span": {"quote": "7.1%"}}]}
    row = FindingRow(code="C101", kind="arithmetic", severity=severity, title="甲", plans=list(plans), body=body)
    return CheckedFinding(row, state, None, (), is_found=True)


def test_filters_let_through_what_they_name() -> None:
    item = make_item(plans=(1, 2))
    lets = (Filters(), Filters("warning"), Filters(kind="arithmetic"), Filters(state="open"), Filters(state="todo"))
    assert all(
        filters.lets(item) for filters in (*lets, Filters(plan="2"), Filters(words="7.1"), Filters(words="推算"))
    )
    kept_out = (Filters("error"), Filters(kind="typo"), Filters(state="fixed"), Filters(plan="3"), Filters(words="8"))
    assert not any(filters.lets(item) for filters in kept_out)
    assert Filters(state="todo").lets(make_item(state=State.REOPENED))
    assert not Filters(state="todo").lets(make_item(state=State.ACCEPTED))


def test_a_stretch_lets_through_what_is_quoted_there() -> None:
    item = make_item()
    item.row.body["evidence"] = [{"source": "12", "span": {"start": 40, "quote": "7.1%"}}]
    told = {at: Filters(at=at).lets(item) for at in ("12:30-41", "12:40-50", "12:41-50", "13:30-50", "nonsense")}
    assert told == {"12:30-41": True, "12:40-50": True, "12:41-50": False, "13:30-50": False, "nonsense": True}


def test_filters_become_an_address() -> None:
    assert Filters("error", words="甲").query(kind="typo") == {"severity": "error", "kind": "typo", "q": "甲"}
    assert Filters("error").query(severity="") == {}


def test_counts_are_of_what_is_left_to_do() -> None:
    items = (make_item(), make_item("error", State.ACCEPTED), make_item("error"), make_item(state=State.FIXED))
    assert count_open(items) == {"error": 1, "warning": 1, "info": 0}
    assert count_gone(items) == 1
    assert [(code, number) for code, _, number in count_words(items, "severity", SEVERITIES)] == [
        ("error", 2),
        ("warning", 2),
    ]


def test_worked_out_figures_have_four_decimals_at_most() -> None:
    assert write_computed(Decimal("21.10183")) == "21.1018"
    assert write_computed(Decimal("600.0")) == "600"
