"""The made-up work of the sample's office goes in by the arrows, says that it is made up, and goes in once."""

from pathlib import Path

import pytest

from lantu.run.sample import load_sample
from lantu.run.sample_office import load_office
from lantu.store import models

pytestmark = pytest.mark.django_db


def test_every_list_of_the_sample_has_something_and_says_that_it_is_an_example(repo: Path) -> None:
    folder, said = repo / "examples" / "jiaxing", list[str]()
    load_sample(folder, say=said.append, by="test")
    figures = models.StagedObservation.objects.count()
    standings = models.StandingRow.objects.count()
    made = load_office(folder, say=said.append, by="test")
    assert made >= 10
    assert str(made) in said[-1]
    texts = [case.title for case in models.Case.objects.all()]
    texts += [row.text for row in models.TaskReport.objects.all()]
    texts += [row.text for row in models.ProjectReport.objects.all()]
    texts += [mark.name for mark in models.Milestone.objects.all()]
    texts += [row.grounds for row in models.Adjustment.objects.all()]
    texts += [row.name for row in models.Workflow.objects.all()]
    assert len(texts) >= 10
    assert [text for text in texts if "示例" not in text] == []
    assert {case.state for case in models.Case.objects.all()} >= {"opened", "accepted", "returned", "closed"}
    for table in (models.Project, models.ProjectReport, models.ProjectYear):
        assert table.objects.exists(), table.__name__
    for table in (models.ReturnSheet, models.ScoreRun, models.ReportRow, models.Publication, models.CheckRun):
        assert table.objects.exists(), table.__name__
    assert models.StagedObservation.objects.count() == figures
    assert models.StandingRow.objects.count() == standings

    rows = models.AuditRow.objects.count()
    assert load_office(folder, say=said.append, by="test") == 0
    assert models.AuditRow.objects.count() == rows


def test_a_folder_without_an_office_is_left_as_it_is(tmp_path: Path) -> None:
    assert load_office(tmp_path, say=print, by="test") == 0
    assert not models.Case.objects.exists()
