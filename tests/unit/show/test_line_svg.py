"""The small chart."""

from dataclasses import replace

from lantu.run.publishing import publish_plan
from lantu.show.line_svg import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, draw_line
from lantu.show.public_lines import read_lines
from lantu.store.publications import find_publication
from tests.unit.show.city import City


def test_figures_and_the_way_to_the_target_lie_in_the_box(city: City) -> None:
    publish_plan(city.plan.pk, by="li")
    found = find_publication(city.plan.pk)
    assert found is not None
    line = read_lines(found)[0]
    chart = draw_line(line)
    assert chart is not None
    assert [p.year for p in chart.promise] == [2020, 2025]
    assert chart.promise[0].y == HEIGHT - BOTTOM
    assert chart.promise[1].y == TOP
    assert all(LEFT <= p.x <= WIDTH - RIGHT for p in (*chart.actual, *chart.promise, *chart.years))
    assert draw_line(replace(line, years=(), goal_amount=None)) is None
