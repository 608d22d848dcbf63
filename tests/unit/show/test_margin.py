"""Findings beside the paragraphs they quote."""

import re

import pytest
from django.test import Client

from lantu.run.checking import decide_finding, open_findings
from lantu.show.margin import list_spots, mark_margin
from lantu.show.plan_text import Run, build_runs
from lantu.store import models
from lantu.store.fetch.checks import runs_with
from tests.unit.show.checked import Checked, build_checked

MARK = re.compile(r'<a class="note-mark sev-(\w+)" href="([^"]+)" aria-label="([^"]+)" data-count="(\d+)"')


@pytest.fixture
def checked(city: object) -> Checked:
    return build_checked()


def lay_out(checked: Checked) -> tuple[list[Run], models.PlanVersion]:
    version = models.PlanVersion.objects.get(pk=checked.lower_version)
    text = version.document.text
    spots = list_spots(version, runs_with(version.plan_id))
    return mark_margin(build_runs(text, [], []), spots, version, len(text)), version


def test_each_mark_stands_where_a_quote_begins(checked: Checked) -> None:
    runs, version = lay_out(checked)
    text = version.document.text
    rows = [(row.blocks[0].start, row.marks) for run in runs for row in run.rows]
    lines = [(block.start, block.marks) for run in runs for block in run.blocks]
    marked = {text[start : text.index("\n", start)] for start, marks in (*rows, *lines) if marks}
    quoted = [
        evidence["span"]["start"]
        for row, _ in open_findings(runs_with(version.plan_id))
        for evidence in row.body["evidence"]
        if evidence["source"] == str(version.pk)
    ]
    assert marked == {text[text.rfind("\n", 0, at) + 1 : text.index("\n", at)] for at in quoted}
    assert marked


def test_a_mark_leads_to_exactly_its_findings(checked: Checked, reader: Client) -> None:
    marks = MARK.findall(reader.get(f"/plan/{checked.lower.pk}").text)
    assert marks
    for severity, href, told, count in marks:
        page = reader.get(href.replace("&amp;", "&")).text
        assert page.count('<article class="finding') == int(count)
        assert page.count(f'<article class="finding sev-{severity}') == int(count)
        assert told.startswith("核查：")
        assert "只看原文这一处" in page


def test_the_text_keeps_its_characters(checked: Checked, reader: Client) -> None:
    page = reader.get(f"/plan/{checked.lower.pk}").text
    for mark in re.findall(r'<a class="note-mark[^>]*>(.*?)</a>', page):
        assert mark == ""


def test_what_is_dealt_with_is_not_marked(checked: Checked) -> None:
    version = models.PlanVersion.objects.get(pk=checked.lower_version)
    before = open_findings(runs_with(version.plan_id))
    row = before[0][0]
    decide_finding(row.run_id, row.key, "accepted", reason="已核对", by="li")
    assert row.key not in {found.key for found, _ in open_findings(runs_with(version.plan_id))}
    assert len(open_findings(runs_with(version.plan_id))) == len(before) - 1


def test_a_text_without_findings_is_as_it_was() -> None:
    runs = build_runs("甲\n乙\n", [], [])
    assert mark_margin(runs, [], models.PlanVersion(pk=1, plan_id=1), 4) == runs
