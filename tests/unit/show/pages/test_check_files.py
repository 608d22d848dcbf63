"""The findings as files: what the page shows, in Word and in a table."""

import csv
from io import BytesIO, StringIO

from django.test import Client
from docx import Document

from lantu.store import models
from tests.unit.show.checked import Checked
from tests.unit.show.city import City


def test_the_table_has_a_line_for_each_place(checked: Checked, reader: Client) -> None:
    answer = reader.get(f"/plan/{checked.lower.pk}/check/findings.csv?with={checked.upper.pk}")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    evidence = [e for row in models.FindingRow.objects.filter(run=checked.together) for e in row.body["evidence"]]
    assert len(rows) == len(evidence)
    assert {row["规划"] for row in rows} == {"示例市纲要", "甲区纲要"}
    assert {row["原文"] for row in rows} >= {"8.9", "18"}


def test_the_report_names_what_was_checked(checked: Checked, english: Client) -> None:
    answer = english.get(f"/plan/{checked.lower.pk}/check/report.docx?with={checked.upper.pk}")
    assert answer["Content-Disposition"].endswith('.docx"')
    file = Document(BytesIO(answer.content))
    cells = [cell.text for row in file.tables[0].rows for cell in row.cells]
    version = models.PlanVersion.objects.get(pk=checked.upper_version)
    assert "示例市纲要" in cells
    assert any(version.document_id[:32] in cell for cell in cells)
    assert any(row.cells[-1].text == "起草组答复" for table in file.tables for row in table.rows)


def test_what_was_never_checked_has_no_files(city: City, reader: Client) -> None:
    for name in ("report.docx", "findings.csv"):
        assert reader.get(f"/plan/{city.plan.pk}/check/{name}").status_code == 404
