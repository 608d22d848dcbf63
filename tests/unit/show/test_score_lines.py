"""Scores as pages print them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from lantu.core.score import LineKind
from lantu.run.assessing import compose_assessment, require_rules
from lantu.show.figures import Figure
from lantu.show.score_lines import rank_line, show_lines, show_objections, subject_name, write_points
from lantu.store import models
from tests.unit.run.adjusted import adjust
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import AT, CITY

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    build_scored()
    found = compose_assessment(require_rules(RULES, "r.yml"), CITY, as_of=DAY, known_at=AT)
    return {one.score.subject.code: one for one in found.ranked}


def test_a_line_of_the_list(told) -> None:
    line = rank_line(7, told["tj"])
    assert (line.href, line.name, line.targets) == ("/score/7/tj", "统计局", 2)
    assert line.points
    tied = rank_line(7, replace(told["tj"], is_tied=True, rank=2))
    assert tied.rank == "并列2"
    refused = rank_line(
        7, replace(told["tj"], rank=None, score=replace(told["tj"].score, points=None, refusal="no_targets"))
    )
    assert (refused.rank, refused.points, refused.refusal) == ("", "", "没有可考核的目标")


def test_points_show_weight_times_share_with_figures_that_lead_somewhere(told) -> None:
    binding, others, scale = show_lines(told["tj"].score.lines, AT, DAY)[:3]
    assert binding.is_empty
    assert scale.kind == LineKind.SCALE
    gdp = next(point for point in others.next if point.name == "地区生产总值")
    assert gdp.sum.startswith("20 × ")
    assert gdp.latest.href
    assert gdp.goal is not None
    assert gdp.goal.href
    assert gdp.is_guess


def test_names_and_points(told) -> None:
    assert subject_name(told["sthj"].score) == "生态环境局"
    assert write_points(Decimal("12.50")) == "12.5"


def test_objections_open_and_about_the_whole(told) -> None:
    row = models.Objection(pk=3, run_id=1, subject_code="tj", target="", text="x", actor="li", recorded_at=AT)
    (view,) = show_objections([row], {})
    assert (view.about, view.is_open, view.led_to) == ("全部得分", True, None)


def test_a_target_is_shown_with_the_figure_that_held_on_the_day(told) -> None:
    address = models.PlanTarget.objects.get(indicator_code="gdp", place_id=CITY).address
    adjust(address, "8500", DAY, AT)
    lines = told["tj"].score.lines

    def goal(day: date) -> Figure | None:
        views = [point for line in show_lines(lines, AT, day) for point in line.next]
        return next(point.goal for point in views if point.target_id == address)

    held, earlier = goal(DAY), goal(DAY - timedelta(days=1))
    assert held is not None
    assert (held.number, bool(held.adjusted)) == ("8,500", True)
    assert earlier is not None
    assert (earlier.number, earlier.adjusted) == ("9,000", None)
