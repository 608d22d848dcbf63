"""The list of reports, the form that queues one, and a file brought back."""

from datetime import date
from io import BytesIO

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantu.core.report import ReportKind
from lantu.run.reporting import make_report, print_report
from lantu.show.pages.reports import write_place
from lantu.store.models import Job
from tests.unit.show.city import City


def make(city: City) -> int:
    return make_report(ReportKind.ANNUAL, city.plan.pk, as_of=date(2026, 3, 1), by="li")


def upload(data: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("报告.docx", data)}


def test_a_reader_sees_the_list_and_no_forms(city: City, reader: Client) -> None:
    make(city)
    page = reader.get("/reports").content.decode()
    assert "年度监测分析" in page
    assert 'action="/reports/make"' not in page
    assert reader.post("/reports/make").status_code == 302
    assert reader.post("/reports/verify").status_code == 302


def test_making_is_queued(city: City, planner: Client) -> None:
    answer = planner.post("/reports/make", {"kind": "midterm", "plan": city.plan.pk, "as_of": "2026-03-01"})
    job = Job.objects.get()
    assert answer["Location"] == f"/job/{job.pk}"
    assert (job.kind, job.result["report_kind"], job.result["year"]) == ("make_report", "midterm", None)
    assert planner.post("/reports/make", {"kind": "none"}).status_code == 422


def test_an_edited_file_is_told_what_is_wrong(city: City, planner: Client) -> None:
    data, _ = print_report(make(city), "docx")
    assert "文件中的数字都与登记值一致" in planner.post("/reports/verify", upload(data)).content.decode()
    document, made = docx.Document(BytesIO(data)), BytesIO()
    document.add_paragraph("另有投资12.8亿元。")
    document.save(made)
    page = planner.post("/reports/verify", upload(made.getvalue())).content.decode()
    assert "没有绑定 1" in page
    assert "12.8亿元" in page
    assert planner.post("/reports/verify", upload(b"x")).status_code == 422


def test_places_in_the_language_of_the_page() -> None:
    assert write_place("table 1 row 2 column 3: 67.4") == "表1第2行第3列：67.4"
    assert write_place("paragraph 6") == "第6段"
    assert write_place("note 1") == "脚注1"
    assert write_place("") == ""
