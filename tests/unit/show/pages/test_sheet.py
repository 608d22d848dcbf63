"""A sheet from draft to acceptance, in the browser's terms."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantu.store import models
from tests.unit.show.city import AT, CITY, City


@pytest.fixture
def sheet(city: City) -> models.ReturnSheet:
    department = models.Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)
    workflow = models.Workflow.objects.create(
        code="w", name="年报", place_id=CITY, grain="year", accepting_level="prefecture", due_working_days=10,
        codes=["gdp", "urban_rate"], rules=["? gdp <= gdp | 空"], actor="x", recorded_at=AT,
    )  # fmt: skip
    days = {"period_start": date(2026, 1, 1), "period_end": date(2026, 12, 31)}
    made = models.ReturnSheet.objects.create(
        workflow=workflow, place_id=CITY, accepting_place_id=CITY, department=department, due_on=date(2027, 1, 15),
        is_due_exact=False, recorded_at=AT, **days,
    )  # fmt: skip
    for position, code in enumerate(("gdp", "urban_rate"), start=1):
        models.ReportingTask.objects.create(
            sheet=made, position=position, indicator_code=code, place_id=CITY, recorded_at=AT, **days
        )
    return made


@pytest.fixture
def people(sheet: models.ReturnSheet, django_user_model, settings) -> dict[str, Client]:
    settings.LANTU_PUBLIC_READ = False
    clients = {}
    for role in ("reporter", "reviewer", "planner"):
        user = django_user_model.objects.create_user(role)
        limit = "" if role == "planner" else "tj"
        models.Assignment.objects.create(user=user, role=role, place_id=CITY, department=limit, recorded_at=AT)
        clients[role] = Client()
        clients[role].force_login(user)
    return clients


def type_in(client: Client, sheet: models.ReturnSheet, gdp: str, urban: str, **more: str) -> int:
    first, second = sheet.tasks.all()
    form = {f"value-{first.pk}": gdp, f"value-{second.pk}": urban, f"unit-{first.pk}": "亿元", **more}
    return client.post(f"/sheet/{sheet.pk}/save", form).status_code


def test_the_way_to_acceptance(sheet: models.ReturnSheet, people: dict[str, Client]) -> None:
    address = f"/sheet/{sheet.pk}"
    text = people["reporter"].get(address).text
    assert "节假日安排未公布，只扣周末" in text
    assert "7,851（2025年）" in text
    assert "分子" in text
    assert type_in(people["reporter"], sheet, "八千", "72.1", then="submit") == 422
    assert "S009" in people["reporter"].get(address).text
    assert type_in(people["reporter"], sheet, "8200", "72.1", then="submit") == 302
    assert people["reporter"].post(f"{address}/step", {"step": "review"}).status_code == 403
    assert people["reviewer"].post(f"{address}/step", {"step": "send_back"}).status_code == 422
    assert people["reviewer"].post(f"{address}/step", {"step": "review"}).status_code == 302
    assert people["planner"].post(f"{address}/step", {"step": "accept"}).status_code == 302
    sheet.refresh_from_db()
    assert sheet.state == "accepted"
    assert "8,200" in people["planner"].get(f"/return/{sheet.batch_id}").text
    assert people["planner"].post(f"{address}/step", {"step": "fly"}).status_code == 404
    text = people["planner"].get(address).text
    assert text.count("<li><span>") == 3
    assert "撤销认定" in text


def test_a_ratio_is_told_by_its_parts(sheet: models.ReturnSheet, people: dict[str, Client]) -> None:
    key = sheet.tasks.get(indicator_code="urban_rate").pk
    parts = {f"numerator-{key}": "400", f"denominator-{key}": "550"}
    assert type_in(people["reporter"], sheet, "8200", "72", **parts) == 302
    assert "S022" in people["reporter"].get(f"/sheet/{sheet.pk}").text
    type_in(people["reporter"], sheet, "8200", "72.7", **parts)
    assert "S022" not in people["reporter"].get(f"/sheet/{sheet.pk}").text


def test_the_file_goes_out_and_comes_back(sheet: models.ReturnSheet, people: dict[str, Client]) -> None:
    client = people["reporter"]
    type_in(client, sheet, "8200", "")
    answer = client.get(f"/sheet/{sheet.pk}/template.xlsx")
    assert answer["Content-Disposition"] == f'attachment; filename="sheet-{sheet.pk}.xlsx"'
    assert (
        client.post(f"/sheet/{sheet.pk}/upload", {"file": SimpleUploadedFile("t.xlsx", answer.content)}).status_code
        == 302
    )
    assert client.post(f"/sheet/{sheet.pk}/upload", {}).status_code == 422
    assert "8200" in client.get(f"/sheet/{sheet.pk}").text


def test_evidence_is_kept_and_saved_only(sheet: models.ReturnSheet, people: dict[str, Client]) -> None:
    client = people["reporter"]
    good = SimpleUploadedFile("说明.pdf", b"%PDF-1.7")
    assert client.post(f"/sheet/{sheet.pk}/evidence", {"file": good}).status_code == 302
    assert (
        "这个文件不收" in client.post(f"/sheet/{sheet.pk}/evidence", {"file": SimpleUploadedFile("a.exe", b"MZ")}).text
    )
    key = models.Evidence.objects.get().pk
    answer = client.get(f"/evidence/{key}")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert client.post(f"/evidence/{key}/withdraw").status_code == 302
    assert client.get(f"/evidence/{key}").status_code == 404


def test_nothing_is_404(people: dict[str, Client]) -> None:
    assert people["reporter"].get("/sheet/9999").status_code == 404
    assert people["reporter"].post("/evidence/9999/withdraw").status_code == 404


def test_the_list_the_burden_and_the_day(sheet: models.ReturnSheet, people: dict[str, Client]) -> None:
    text = people["reporter"].get("/sheets").text
    assert "共 1 张，0 张逾期，0 张快到期。" in text
    assert "没有这样的填报表" in people["reporter"].get("/sheets?due=1").text
    models.ReturnSheet.objects.update(due_on=date(2026, 3, 2))
    assert "逾期" in people["reporter"].get("/sheets?due=1&state=draft").text
    assert '<td class="num">2</td>' in people["planner"].get("/sheets/burden").text
    today = people["reporter"].get("/today").text
    assert '要填报的</a> <span class="group-count">1</span>' in today
    assert "要审核的" not in today
    assert "要认定的" in people["planner"].get("/today").text
