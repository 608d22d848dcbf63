"""A project as a line: what nobody stated is empty, and a zero at the end stays."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from lantu.core.project import ProjectFacts, ProjectRates, ProjectStanding, Stage
from lantu.core.standing import Class
from lantu.show.project_lines import build_project_line, link_project_text
from lantu.store import models
from lantu.store.fetch.projects import KnownProject
from tests.unit.show.city import CITY, build_city

pytestmark = pytest.mark.django_db


def test_a_line() -> None:
    city = build_city()
    row = models.Project(pk=5, plan=city.plan, entry=city.version.entries.order_by("id")[0], name="桥")
    setting = models.ProjectSetting(project=row, place=models.Place.objects.get(pk=CITY), is_presumed=True)
    facts = ProjectFacts(stage=Stage.BUILDING, data_date=date(2025, 6, 30), year_invested=Decimal(10) ** 8)
    rates = ProjectRates(Decimal("60.0"), Decimal("10.0"), None)
    standing = ProjectStanding(Class.ON_COURSE, rates=rates, ground="time_lead", data_date=date(2025, 6, 30))
    with translation.override("zh-hans"):
        line = build_project_line(KnownProject(row, setting, {}, {}, (), (), facts), standing)
        empty = build_project_line(
            KnownProject(row, setting, {}, {}, (), (), ProjectFacts()), ProjectStanding(Class.CANNOT_SAY)
        )
    assert (line.completion, line.time_lead, line.invested, line.stage_word) == ("60.0%", "+10.0", "1", "在建")
    assert (line.due, line.total, line.planned, line.total_completion, line.due_from) == ("", "", "", "", None)
    assert line.sentence_href == link_project_text(row)
    assert (empty.stage, empty.ground, empty.invested, empty.report_key) == ("", "", "", None)
