"""The list of all checks: what stands open in each plan, and which were checked together."""

from django.test import Client

from tests.unit.show.checked import Checked
from tests.unit.show.city import City


def test_each_plan_has_its_open_findings(checked: Checked, reader: Client) -> None:
    page = reader.get("/checks")
    rows = {row.plan.pk: row for row in page.context["rows"]}
    assert rows[checked.upper.pk].warnings >= 2
    assert rows[checked.upper.pk].run is not None
    assert rows[checked.lower.pk].href == checked.pair
    ((names, href, _run),) = page.context["together"]
    assert names == "示例市纲要 + 甲区纲要"
    assert reader.get(href).status_code == 200


def test_a_plan_that_was_never_checked_has_no_numbers(city: City, reader: Client) -> None:
    page = reader.get("/checks")
    assert page.context["rows"][0].run is None
    assert "还没有核查过" in page.text
