"""Reports are kept whole, made again with what people wrote, replayed exactly, and verified against the registry."""

from datetime import date, timedelta

import pytest

from lantu.core.report import FaultKind, Passage, ReportKind
from lantu.run.judging import judge_all
from lantu.run.presses import FileRefusedError
from lantu.run.reporting import (
    ReportRefusedError,
    compose_report,
    default_year,
    make_report,
    print_report,
    replay_report,
    report_name,
    require_report,
    verify_file,
    write_passage,
)
from lantu.store.fetch.reports import report_noun
from lantu.store.fetch.warnings import open_warnings
from lantu.store.models import AuditRow, Plan, ValueRow
from tests.unit.show.city import AT, City, build_city

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


@pytest.fixture
def city() -> City:
    return build_city()


@pytest.fixture
def key(city: City) -> int:
    return make_report(ReportKind.ANNUAL, city.plan.pk, as_of=DAY, by="li")


def revise_gdp() -> None:
    row = ValueRow.objects.get(indicator_code="gdp", place_code="990100", period_end=date(2025, 12, 31))
    row.pk, row.amount, row.recorded_at = None, 7900, AT + timedelta(days=30)
    row.save()


def test_the_year_nobody_names() -> None:
    plan = Plan(first_year=2021, last_year=2025)
    assert default_year(ReportKind.ANNUAL, plan, date(2024, 6, 1)) == 2023
    assert default_year(ReportKind.MIDTERM, plan, date(2024, 6, 1)) == 2023
    assert default_year(ReportKind.FINAL, plan, date(2030, 6, 1)) == 2025
    assert default_year(ReportKind.FINAL, plan, date(2020, 6, 1)) == 2021


def test_a_report_is_kept_whole_and_audited(key: int) -> None:
    row = require_report(key)
    assert (row.year, row.as_of, row.actor) == (2025, DAY, "li")
    assert report_noun(row).title == "示例市“十四五”规划纲要2025年度监测分析报告"
    assert AuditRow.objects.order_by("-seq").first().subject == report_name(key)


def test_a_replay_gives_the_same_figures_after_the_registry_moved_on(city: City, key: int) -> None:
    before = report_noun(require_report(key))
    revise_gdp()
    judge_all(by="li")
    assert open_warnings(), "a warning was opened after the report spoke"
    assert replay_report(key) == before
    now = make_report(ReportKind.ANNUAL, city.plan.pk, as_of=DAY + timedelta(days=60), by="li")
    assert report_noun(require_report(now)).facts != before.facts


def test_what_people_wrote_outlives_the_report(city: City, key: int) -> None:
    again = write_passage(key, "causes", "受外需影响，2025年地区生产总值为7,851亿元。", by="wang")
    assert again != key
    later = make_report(ReportKind.ANNUAL, city.plan.pk, as_of=DAY, by="li")
    (passage,) = (
        b for b in report_noun(require_report(later)).blocks if isinstance(b, Passage) and b.passage_name == "causes"
    )
    assert (passage.author, len(passage.lines), passage.changed) == ("wang", 1, ())
    revise_gdp()
    newer = make_report(ReportKind.ANNUAL, city.plan.pk, as_of=DAY + timedelta(days=60), by="li")
    (passage,) = (
        b for b in report_noun(require_report(newer)).blocks if isinstance(b, Passage) and b.passage_name == "causes"
    )
    assert passage.changed == ("value/gdp/990100/2025",)


def test_a_passage_that_is_not_there_or_too_long_is_refused(key: int) -> None:
    for name, text in (("nothing", "x"), ("causes", "长" * 20_001)):
        with pytest.raises(ReportRefusedError):
            write_passage(key, name, text, by="li")


def test_a_file_is_verified_against_the_registry_as_it_is_now(key: int) -> None:
    data, name = print_report(key, "docx")
    assert name.endswith("-2026-03-01.docx")
    clean = verify_file(data)
    assert (clean.is_registered, clean.is_copy_changed, clean.faults) == (True, False, ())
    revise_gdp()
    (fault,) = verify_file(data).faults
    assert (fault.kind, fault.found, fault.expected) == (FaultKind.REVISED, "7,851亿元", "7,900亿元")


def test_a_file_the_registry_does_not_know_speaks_for_itself(key: int) -> None:
    data, _ = print_report(key, "docx")
    require_report(key).delete()
    verdict = verify_file(data)
    assert not verdict.is_registered
    assert verdict.faults == ()


def test_what_cannot_be_done_is_said(city: City) -> None:
    with pytest.raises(FileRefusedError):
        verify_file(b"no file")
    with pytest.raises(LookupError):
        require_report(99999)
    with pytest.raises(ReportRefusedError, match="99999"):
        compose_report(ReportKind.ANNUAL, 99999, as_of=DAY, known_at=AT, written_by=AT)
    with pytest.raises(ReportRefusedError, match="registered"):
        make_report(ReportKind.ANNUAL, city.plan.pk, as_of=date(2020, 1, 1), by="li")
