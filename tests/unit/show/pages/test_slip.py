"""提示单 and 督办单 of a case."""

from datetime import date
from io import BytesIO

import docx
from django.test import Client

from lantu.show.case_chain import build_chain
from lantu.show.pages.slip import build_slip
from lantu.store import models
from tests.unit.show.pages.test_case import case
from tests.unit.show.pages.test_cases import reporter, supervisor

__all__ = ["case", "reporter", "supervisor"]


def test_the_file_holds_case_light_and_sentence(case: models.Case, supervisor: Client, reporter: Client) -> None:
    supervisor.cookies["lantu_language"] = "en"
    answer = supervisor.get(f"/case/{case.pk}/slip-order.docx")
    text = "\n".join(p.text for p in docx.Document(BytesIO(answer.content)).paragraphs)
    for words in (
        "督办单",
        case.address,
        "生产总值未实现",
        "立项时的进展：未实现",
        "规划原文",
        "地区生产总值 | 亿元",
        "示例市",
    ):
        assert words in text
    assert supervisor.get(f"/case/{case.pk}/slip-letter.docx").status_code == 404
    assert reporter.get(f"/case/{case.pk}/slip-order.docx").status_code == 403


def test_the_deadline_and_its_doubt_are_said(case: models.Case) -> None:
    case.due_on, case.is_due_exact = date(2051, 3, 1), False
    slip = build_slip(case, "notice", build_chain(case))
    assert slip.title == "工作提示单"
    said = slip.sections[-1][1][-1]
    assert "2051年3月1日前" in said
    assert "只扣除周末" in said
