"""考核: made by a supervisor, listed, ranked, taken as a file."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from lantu.run.assessing import make_assessment, record_rules, require_run
from lantu.show.pages.scores import rules_name, write_csv, write_xlsx
from lantu.store import models
from lantu.store.fetch.scores import run_noun
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import AT, CITY

pytestmark = pytest.mark.django_db
EARLY = datetime(2025, 12, 1, tzinfo=UTC)


@pytest.fixture
def key() -> int:
    build_scored()
    return make_assessment(record_rules(RULES, "r.yml", by="wang"), CITY, as_of=DAY, by="wang")


@pytest.fixture
def supervisor() -> Client:
    user = get_user_model().objects.create_user("du", password="a-long-password-1")
    models.Assignment.objects.create(user=user, role="supervisor", place_id=CITY, recorded_at=AT)
    client = Client()
    client.force_login(user)
    return client


def test_the_list_and_the_ranking(key: int, reader: Client) -> None:
    assert f'href="/score/{key}"' in reader.get("/scores").text
    page = reader.get(f"/score/{key}").text
    assert f'href="/score/{key}/tj"' in page
    assert "部门考核" in page
    assert "评一次分" not in page
    assert reader.get("/score/99").status_code == 404


def test_a_supervisor_scores_by_known_and_by_new_rules(key: int, supervisor: Client) -> None:
    known = models.ScoreRules.objects.get().pk
    asked = {"rules": str(known), "place": CITY, "as_of": "2026-03-01"}
    assert "评一次分" in supervisor.get("/scores").text
    assert supervisor.post("/scores/make", asked).status_code == 302
    file = SimpleUploadedFile("two.yml", RULES.replace('"1"', '"2"').encode())
    assert supervisor.post("/scores/make", asked | {"rules": "", "file": file}).status_code == 302
    assert models.ScoreRun.objects.count() == 3
    assert models.ScoreRules.objects.filter(version="2").exists()


def test_what_cannot_be_scored_is_said_in_the_form(key: int, supervisor: Client) -> None:
    bad = SimpleUploadedFile("bad.yml", RULES.replace("weight: 60", "weight: 50").encode())
    asked = {"rules": "", "place": CITY, "as_of": "2026-03-01"}
    answer = supervisor.post("/scores/make", asked | {"file": bad})
    assert answer.status_code == 422
    assert "add up to 90" in answer.text
    assert supervisor.post("/scores/make", asked).status_code == 422
    early = supervisor.post(
        "/scores/make", asked | {"rules": models.ScoreRules.objects.get().pk, "as_of": "2019-01-01"}
    )
    assert "规则在这一天不适用" in early.text


def test_files_hold_every_line_and_text_stays_text(key: int, reader: Client) -> None:
    rows = list(csv.DictReader(StringIO(reader.get(f"/score/{key}/file.csv").content.decode("utf-8-sig"))))
    book = load_workbook(BytesIO(reader.get(f"/score/{key}/file.xlsx").content))
    sheet = list(book["scores"].iter_rows(values_only=True))
    assert len(sheet) == len(rows) + 1
    assert {row["subject"] for row in rows} == {"tj", "sthj"}
    assert reader.get(f"/score/{key}/file.exe").status_code == 404
    models.Department.objects.filter(pk="tj").update(name="=1+1")
    noun = run_noun(
        require_run(make_assessment(models.ScoreRules.objects.get(), CITY, as_of=DAY, by="x")),
    )
    cells = [cell for row in load_workbook(BytesIO(write_xlsx(noun)))["scores"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value == "=1+1"} == {"s"}
    assert "=1+1" in write_csv(noun)


def test_the_name_of_rules(key: int, english: Client) -> None:
    assert rules_name(models.ScoreRules.objects.get()) == "部门考核"
    assert "Departments" in english.get("/scores").text


def test_a_late_return_stands_under_its_line_and_objections_have_a_last_day(supervisor: Client) -> None:
    build_scored()
    workflow = models.Workflow.objects.create(
        code="q", name="季报", place_id=CITY, grain="quarter", accepting_level="prefecture", due_working_days=10,
        codes=[], actor="x", recorded_at=EARLY,
    )  # fmt: skip
    sheet = models.ReturnSheet.objects.create(
        workflow=workflow, place_id=CITY, accepting_place_id=CITY, department_id="tj", period_start=date(2025, 10, 1),
        period_end=date(2025, 12, 31), due_on=date(2026, 1, 9), is_due_exact=True, recorded_at=EARLY,
    )  # fmt: skip
    late = "deductions:\n  - {code: late, name: 报送逾期, name_en: Late, lapse: late_return, each: 2, most: 4}\n"
    text = RULES.replace("least_judged:", "objection_days: 3\nleast_judged:") + late
    made = make_assessment(record_rules(text, "r.yml", by="wang"), CITY, as_of=DAY, by="wang")
    page = supervisor.get(f"/score/{made}/tj").text
    assert f'href="/sheet/{sheet.pk}"' in page
    assert "尚未完成" in page
    assert "（含当日）提出申诉" in page
    rows = list(csv.DictReader(StringIO(write_csv(run_noun(require_run(made))))))
    (row,) = (row for row in rows if row["kind"] == "late_return")
    assert (row["source"], row["points"]) == (f"sheet/{sheet.pk}", "0")
