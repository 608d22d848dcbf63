"""A publication as the public reads it."""

from datetime import date

from lantu.run.publishing import publish_plan
from lantu.show.public_lines import read_lines
from lantu.store import models
from lantu.store.publications import find_publication
from tests.unit.run.adjusted import adjust
from tests.unit.show.city import AT, CITY, City


def test_lines_in_the_order_of_the_plan_with_reason_and_sentence(city: City) -> None:
    publish_plan(city.plan.pk, by="li")
    found = find_publication(city.plan.pk)
    assert found is not None
    lines = read_lines(found)
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert lines[0].klass == "missed"
    assert "9000" in lines[0].quote
    assert lines[2].goal.is_words
    assert all(line.why for line in lines)


def test_an_adjusted_figure_stands_before_the_plans_and_stays_as_it_was_published(city: City) -> None:
    row = models.PlanTarget.objects.get(indicator_code="gdp", place_id=CITY)
    adjust(row.address, "8500", date(2026, 1, 1), AT)
    publish_plan(city.plan.pk, by="li")
    models.AdjustmentStep.objects.all().delete()
    found = find_publication(city.plan.pk)
    assert found is not None
    line = next(line for line in read_lines(found) if line.code == "gdp")
    assert (line.goal.number, line.goal_amount) == ("8,500", 8500.0)
    assert line.goal.adjusted is not None
    assert "9,000" in line.goal.adjusted.text
    assert (line.goal.adjusted.href, line.goal.adjusted.since) == ("", "2026年1月1日")
    assert line.base.adjusted is None
    publish_plan(city.plan.pk, by="li")
    assert "adjusted" not in (find_publication(city.plan.pk) or found).body[0]


def test_an_adjusted_base_is_drawn_from(city: City) -> None:
    row = models.PlanTarget.objects.get(indicator_code="gdp", place_id=CITY)
    adjust(row.address, "5563.58", date(2026, 1, 1), AT, "base")
    publish_plan(city.plan.pk, by="li")
    line = next(line for line in read_lines(find_publication(city.plan.pk)) if line.code == "gdp")
    assert (line.base.number, line.base_amount, line.goal_amount) == ("5,563.58", 5563.58, 9000.0)
