"""A sheet from the first figure to the lock and back; only accepted figures are measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest

from lantu.core.time import year_period
from lantu.run.asking import ask_for_period, open_workflow
from lantu.run.departments import add_department, hand_over
from lantu.run.filing import (
    FilingRefusedError,
    attach_evidence,
    check_sheet,
    name_sheet,
    read_workbook_into,
    save_drafts,
    take_evidence_back,
    take_step,
)
from lantu.run.measuring import measure_all, retract_all
from lantu.run.setting_up import record_definitions
from lantu.sense.template import TemplateRow, write_template
from lantu.store.audit import find_breaks
from lantu.store.fetch.figures import values_for
from lantu.store.fetch.filing import drafts_of, find_sheet, history_of_draft
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.keep.filing import Typed, WorkflowFacts
from lantu.store.known import known_observations
from lantu.store.models import DraftFigure, Evidence, Job, ReturnBatch, ReturnSheet, SheetStep

pytestmark = pytest.mark.django_db
CITY = "330400"
FIRST = "indicators:\n  - {code: first, name: 第一产业增加值, unit: 亿元, direction: up, kind: flow}\n"


@pytest.fixture
def sheet(definitions: None) -> ReturnSheet:
    record_definitions(FIRST, "first.yml", by="test")
    add_department(DepartmentFacts("tjj", "统计局", CITY), by="test")
    for code in ("gdp", "first"):
        hand_over("indicator", code, CITY, "tjj", date(2024, 1, 1), by="test")
    facts = WorkflowFacts(
        "yearly",
        "年度指标",
        CITY,
        "year",
        "prefecture",
        10,
        ("gdp", "first"),
        ("gdp >= first | 一产不大于生产总值",),
    )
    ask_for_period(open_workflow(facts, by="li"), [CITY], year_period(2025), by="li")
    return ReturnSheet.objects.get()


def type_in(sheet: ReturnSheet, gdp: str = "7851.2", first: str = "72.5", reason: str = "", by: str = "li") -> int:
    gdp_key, first_key = (task.pk for task in sheet.tasks.all())
    return save_drafts(
        sheet.pk, {gdp_key: Typed(gdp, unit="亿元", override_reason=reason), first_key: Typed(first)}, by=by
    )


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(FilingRefusedError) as caught:
        yield
    assert caught.value.code == code


def measure() -> dict[int, Decimal | None]:
    measure_all(by="test")
    retract_all(by="test")
    return {row.period_end.year: row.amount for row in values_for("gdp")}


def test_drafts_are_kept_as_typed_and_only_what_changed(sheet: ReturnSheet) -> None:
    assert type_in(sheet, gdp="seven") == 2
    assert type_in(sheet, gdp="7851.2") == 1
    task = sheet.tasks.first()
    assert task is not None
    assert [row.value for row in history_of_draft(task.pk)] == ["7851.2", "seven"]
    assert save_drafts(sheet.pk, {999: Typed("1")}, by="li") == 0


def test_the_way_up_and_down_again(sheet: ReturnSheet) -> None:
    type_in(sheet)
    for step, by, state in (
        ("submit", "li", "submitted"),
        ("review", "wang", "reviewed"),
        ("accept", "zhao", "accepted"),
        ("lock", "zhao", "locked"),
    ):
        assert known_observations().num_rows == (2 if step == "lock" else 0)
        assert take_step(sheet.pk, step, by=by) == state
    assert measure() == {2025: Decimal("7851.2")}
    batch = ReturnBatch.objects.get()
    assert (batch.rows_kept, batch.name) == (2, "青湖市 统计局 2025 年度指标 #1")
    assert Job.objects.filter(kind="remeasure").count() == 1

    with refused("note"):
        take_step(sheet.pk, "unlock", by="zhao")
    with refused("state"):
        type_in(sheet, gdp="8000")
    take_step(sheet.pk, "unlock", note="核实后更正", by="zhao")
    take_step(sheet.pk, "unaccept", note="核实后更正", by="zhao")
    assert known_observations().num_rows == 0
    assert measure() == {2025: None}
    take_step(sheet.pk, "refuse", note="请改", by="zhao")
    type_in(sheet, gdp="8000")
    for step, by in (("submit", "li"), ("review", "wang"), ("accept", "zhao")):
        take_step(sheet.pk, step, by=by)
    assert measure() == {2025: Decimal(8000)}
    assert SheetStep.objects.count() == 10
    assert list(find_breaks()) == []


def test_the_same_figures_can_be_accepted_again(sheet: ReturnSheet) -> None:
    type_in(sheet)
    for step, by in (("submit", "li"), ("review", "wang"), ("accept", "zhao")):
        take_step(sheet.pk, step, by=by)
    before = known_observations().num_rows
    take_step(sheet.pk, "unaccept", note="再看", by="zhao")
    take_step(sheet.pk, "accept", by="zhao")
    assert known_observations().num_rows == before == 2
    assert measure() == {2025: Decimal("7851.2")}


def test_what_was_known_then_stays_known_then(sheet: ReturnSheet) -> None:
    type_in(sheet)
    for step, by in (("submit", "li"), ("review", "wang"), ("accept", "zhao")):
        take_step(sheet.pk, step, by=by)
    then = ReturnBatch.objects.get().recorded_at
    take_step(sheet.pk, "unaccept", note="再看", by="zhao")
    assert known_observations(then).num_rows == 2
    assert known_observations().num_rows == 0


def test_errors_stop_and_warnings_need_a_reason(sheet: ReturnSheet) -> None:
    with refused("errors"):
        take_step(sheet.pk, "submit", by="li")
    type_in(sheet, gdp="50.0")
    cells = check_sheet(sheet)
    assert [d.code for d in cells[0].diagnostics] == ["S020"]
    with refused("errors"):
        take_step(sheet.pk, "submit", by="li")
    type_in(sheet, gdp="7851", first="-1")
    with refused("state"):
        take_step(sheet.pk, "review", by="wang")
    type_in(sheet, gdp="-7851", first="72.5", reason="净额")
    with refused("errors"):  # the reason overrules the warning about the sign, never the broken rule
        take_step(sheet.pk, "submit", by="li")


def test_a_warning_is_overruled_by_its_reason(sheet: ReturnSheet) -> None:
    type_in(sheet, gdp="7851.2", first="72.5")
    sheet.workflow.rules = ["? gdp <= first | 提醒"]
    sheet.workflow.save()
    with refused("warnings"):
        take_step(sheet.pk, "submit", by="li")
    type_in(sheet, gdp="7851.2", first="72.5", reason="规则不适用")
    assert take_step(sheet.pk, "submit", by="li") == "submitted"


def test_nobody_reviews_their_own(sheet: ReturnSheet) -> None:
    type_in(sheet)
    take_step(sheet.pk, "submit", by="li")
    with refused("same_person"):
        take_step(sheet.pk, "review", by="li")
    assert take_step(sheet.pk, "withdraw", by="li") == "draft"


def test_sending_back_can_be_taken_back_until_somebody_types(sheet: ReturnSheet) -> None:
    type_in(sheet)
    take_step(sheet.pk, "submit", by="li")
    take_step(sheet.pk, "send_back", note="核对", by="wang")
    assert take_step(sheet.pk, "keep", by="wang") == "submitted"
    take_step(sheet.pk, "send_back", note="核对", by="wang")
    type_in(sheet, gdp="7900")
    with refused("typed"):
        take_step(sheet.pk, "keep", by="wang")


def test_a_filled_in_file_is_taken_and_strange_rows_are_named(sheet: ReturnSheet) -> None:
    def row(name: str, code: str, value: str, period: str = "2025", unit: str = "亿元") -> TemplateRow:
        return TemplateRow("青湖市", CITY, name, code, period, unit, value, "初步", "备注")

    rows = [
        row("地区生产总值", "gdp", "7851.2"),
        row("第一产业增加值", "first", ""),
        row("地区生产总值", "gdp", "1", "2024"),
    ]
    changed, diagnostics = read_workbook_into(sheet.pk, write_template("表", rows), "表.xlsx", by="li")
    assert (changed, [d.code for d in diagnostics]) == (1, ["S023"])
    (typed,) = drafts_of(sheet).values()
    assert (typed.value, typed.status, typed.note) == ("7851.2", "preliminary", "备注")


def test_evidence_stays_when_it_is_taken_back(sheet: ReturnSheet) -> None:
    key = attach_evidence(sheet.pk, b"%PDF-1.7", "说明.pdf", by="li")
    with refused("file"):
        attach_evidence(sheet.pk, b"MZ", "x.exe", by="li")
    take_evidence_back(key, by="li")
    assert Evidence.objects.get().withdrawn_at is not None
    with refused("unknown"):
        take_evidence_back(key, by="li")
    type_in(sheet)
    take_step(sheet.pk, "submit", by="li")
    with refused("state"):
        attach_evidence(sheet.pk, b"%PDF-1.7", "说明.pdf", by="li")


def test_what_is_not_there_is_said(sheet: ReturnSheet) -> None:
    for act in (
        lambda: take_step(999, "submit", by="li"),
        lambda: save_drafts(999, {}, by="li"),
        lambda: read_workbook_into(999, b"", "x.xlsx", by="li"),
        lambda: take_step(sheet.pk, "fly", by="li"),
    ):
        with refused("unknown"):
            act()
    found = find_sheet(sheet.pk)
    assert found
    assert name_sheet(found) == "青湖市 统计局 2025 年度指标"
    assert not DraftFigure.objects.exists()
