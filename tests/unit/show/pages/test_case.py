"""A case's page: chain, steps, files, and what each may do."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantu.show.pages.case import LONGEST
from lantu.store import models
from tests.unit.show.city import City
from tests.unit.show.pages.test_cases import reporter, supervisor

__all__ = ["reporter", "supervisor"]


@pytest.fixture
def case(city: City, supervisor: Client, reporter: Client) -> models.Case:
    target = models.PlanTarget.objects.get(indicator_code="gdp")
    said = {"kind": "standing", "key": target.pk, "title": "生产总值未实现", "demand": "查明原因"}
    supervisor.post("/cases/add", said)
    return models.Case.objects.get()


def step(client: Client, case: models.Case, name: str, status: int = 302, **said: str) -> str:
    answer = client.post(f"/case/{case.pk}/step", {"step": name, **said})
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.text


def test_the_chain_leads_to_light_and_sentence(case: models.Case, supervisor: Client) -> None:
    page = supervisor.get(f"/case/{case.pk}").text
    assert "立项时的进展" in page
    assert "st-missed" in page
    assert "entry=e1" in page
    assert 'href="/indicator/gdp?place=990100"' in page


def test_from_assigning_to_the_end(case: models.Case, supervisor: Client, reporter: Client) -> None:
    step(supervisor, case, "assign", department="tj", days="10")
    step(supervisor, case, "accept", 403)
    step(reporter, case, "accept")
    step(reporter, case, "ask_extension", 422, note="来不及", until="soon")
    step(reporter, case, "ask_extension", note="来不及", until="2099-01-08")
    assert "申请延期到 2099" in supervisor.get(f"/case/{case.pk}").text
    step(reporter, case, "grant_extension", 403)
    step(supervisor, case, "grant_extension")
    assert "节假日安排未公布" in supervisor.get(f"/case/{case.pk}").text
    step(reporter, case, "answer", note="x" * (LONGEST + 5))
    assert "同一来由" not in step(supervisor, case, "send_back", note="补材料")
    step(reporter, case, "answer", note="已补")
    step(supervisor, case, "close")
    page = reporter.get(f"/case/{case.pk}").text
    assert "已销号" in page
    step(supervisor, case, "reopen", 422)
    step(supervisor, case, "nonsense", 404)


def test_a_declined_case_can_be_taken_back_by_who_declined(
    case: models.Case, supervisor: Client, reporter: Client
) -> None:
    step(supervisor, case, "assign", department="tj", days="3")
    step(reporter, case, "decline", note="不属本局")
    assert reporter.get(f"/case/{case.pk}").status_code == 403
    assert "撤回退办" not in supervisor.get(f"/case/{case.pk}").text
    step(supervisor, case, "undecline", 403)


def test_files(case: models.Case, supervisor: Client, reporter: Client) -> None:
    step(supervisor, case, "assign", department="tj", days="3")
    assert reporter.post(f"/case/{case.pk}/files").status_code == 422
    bad = reporter.post(f"/case/{case.pk}/files", {"file": SimpleUploadedFile("a.exe", b"MZ")})
    assert "这个文件不收" in bad.text
    reporter.post(f"/case/{case.pk}/files", {"file": SimpleUploadedFile("a.txt", "报告".encode())})
    file = models.CaseFile.objects.get()
    answer = supervisor.get(f"/case-file/{file.pk}")
    assert answer.content == "报告".encode()
    assert "attachment" in answer["Content-Disposition"]
    assert supervisor.post(f"/case-file/{file.pk}/withdraw").status_code == 403
    reporter.post(f"/case-file/{file.pk}/withdraw")
    assert supervisor.get(f"/case-file/{file.pk}").status_code == 404
    assert reporter.post(f"/case-file/{file.pk}/withdraw").status_code == 404


def test_nothing_is_404(supervisor: Client) -> None:
    assert supervisor.get("/case/999").status_code == 404
