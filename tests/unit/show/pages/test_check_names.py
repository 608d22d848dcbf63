"""对应关系: pairs of names, and people's word on them."""

from django.test import Client

from lantu.run.checking import check_versions
from lantu.store import models
from tests.unit.show.checked import Checked, read_text, write_text
from tests.unit.show.city import DISTRICT, City


def test_names_that_differ_are_shown_with_their_places(city: City, reader: Client) -> None:
    text = write_text("甲区", prose="700", base="503", goal="700", days="91", output="经济总量")
    version = read_text(text, "甲区纲要", DISTRICT)
    check_versions([version], by="li")
    plan = models.PlanVersion.objects.get(pk=version).plan
    page = reader.get(f"/plan/{plan.pk}/check/names")
    (line,) = page.context["lines"]
    assert {line.first, line.second} == {"地区生产总值", "经济总量"}
    assert line.a.href.startswith(f"/plan/{plan.pk}?version=1&at=")
    assert "名称与口径一致" in page.text
    assert reader.get(f"/plan/{plan.pk}/check/names?q=没有").context["shown_count"] == 0
    assert "names-acts" not in page.text


def test_a_word_is_kept_shown_and_taken_back(checked: Checked, planner: Client) -> None:
    address = f"/plan/{checked.lower.pk}/check/names"
    pair = {"first": "地区生产总值", "second": "经济规模"}
    assert planner.post(f"{address}/decide", pair | {"verdict": "same", "reason": ""}).status_code == 422
    assert planner.post(f"{address}/decide", pair | {"verdict": "same", "reason": "同一指标"}).status_code == 302
    told = models.NamePair.objects.get()
    assert (told.place_id, told.verdict, told.actor) == (DISTRICT, "same", "li")
    page = planner.get(address).text
    assert "同一指标" in page
    assert "再核查一次才会照新的来" in page
    planner.post(f"{address}/decide", pair | {"verdict": "withdrawn"})
    assert planner.get(address).context["pairs"] == []
    assert models.NamePair.objects.count() == 2


def test_somebody_without_the_role_is_refused(checked: Checked, reader: Client) -> None:
    pair = {"first": "甲", "second": "乙", "verdict": "same", "reason": "x"}
    assert reader.post(f"/plan/{checked.lower.pk}/check/names/decide", pair).status_code == 302
    assert not models.NamePair.objects.exists()
    assert "还没有核查过" in reader.get("/plan/1/check/names").text or models.CheckRun.objects.exists()
