"""One report: its figures lead to their sources, its passages can be written, its files taken."""

from datetime import date

import pytest
from django.test import Client

from lantu.core.report import ReportKind
from lantu.run.reporting import make_report
from tests.unit.show.city import City


@pytest.fixture
def key(city: City) -> int:
    return make_report(ReportKind.ANNUAL, city.plan.pk, as_of=date(2026, 3, 1), by="li")


def test_each_figure_leads_to_its_source(key: int, reader: Client) -> None:
    page = reader.get(f"/report/{key}").content.decode()
    assert 'class="bound" href="/indicator/gdp?place=990100#value-2025-12-31-364"' in page
    assert "7,851亿元" in page
    assert "<textarea" not in page


def test_files_and_charts(key: int, reader: Client) -> None:
    word = reader.get(f"/report/{key}/file.docx")
    assert (word.content[:2], "filename*=UTF-8''" in word["Content-Disposition"]) == (b"PK", True)
    assert reader.get(f"/report/{key}/file.pdf").content[:4] == b"%PDF"
    assert reader.get(f"/report/{key}/file.odt").status_code == 404
    assert reader.get(f"/report/{key}/chart-1.svg").status_code == 404
    assert reader.get("/report/99999").status_code == 404


def test_a_passage_is_written_by_those_who_may(key: int, planner: Client, client: Client) -> None:
    words = {"passage": "causes", "text": "受外需影响，2025年地区生产总值为7,851亿元。"}
    assert client.post(f"/report/{key}/write", words)["Location"].startswith("/sign-in")
    answer = planner.post(f"/report/{key}/write", words)
    assert answer["Location"] == f"/report/{key + 1}#passage-causes"
    page = planner.get(f"/report/{key + 1}").content.decode()
    assert "受外需影响" in page
    assert "补充段落已写 1／5" in page
    refused = planner.post(f"/report/{key}/write", {"passage": "nothing", "text": "x"}, follow=True)
    assert "没有存下" in refused.content.decode()
