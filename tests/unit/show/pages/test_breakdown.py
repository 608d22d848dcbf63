"""规划体系, 目标分解与年度目标."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from lantu.store import models
from tests.unit.show.city import CITY, DISTRICT, OTHER, City


def key_of(code: str) -> int:
    return models.PlanTarget.objects.get(indicator_code=code).pk


def test_parts_are_stated_and_checked(city: City, planner: Client) -> None:
    address = f"/target/{key_of('gdp')}/parts"
    assert "还没有分解" in planner.get(address).text
    parts = {"kind": "place", f"part-{DISTRICT}": "5000", f"part-{OTHER}": "3000"}
    assert planner.post(f"{address}/save", parts).status_code == 302
    assert "各部分够不上总目标" in planner.get(address).text
    planner.post(f"{address}/save", {**parts, f"part-{OTHER}": "4500"})
    text = planner.get(address).text
    assert "各部分够得上总目标" in text
    assert "为总目标的 105.6%" in text
    wrong = planner.post(f"{address}/save", {"kind": "place", f"part-{OTHER}": "many"})
    assert wrong.status_code == 422
    assert "数值读不懂" in wrong.text
    assert "9,500" in planner.get(f"/plan/{city.plan.pk}/targets").text


def test_themes_are_words_between_commas(city: City, planner: Client) -> None:
    key = key_of("good_air")
    assert planner.post(f"/target/{key}/themes", {"themes": "生态，民生 蓝天"}).status_code == 302
    assert planner.get(f"/target/{key}/parts").text.count('class="tag"') == 3


def test_the_tree_shows_who_carries_out_what(city: City, planner: Client) -> None:
    district = models.Plan.objects.create(
        address="plan/990101/2021/x",
        title="甲区纲要",
        kind="outline",
        place_id=DISTRICT,
        recorded_at=city.plan.recorded_at,
    )
    form = {"kind": "special_plan", "parent": str(city.plan.pk)}
    assert planner.post(f"/plan/{district.pk}/file", form).status_code == 302
    text = planner.get("/plans/tree").text
    assert text.count('class="plan-tree"') == 2
    assert "区县 · 甲区 · 专项规划" in text
    assert "上级规划：" in planner.get(f"/plan/{district.pk}/targets").text
    models.PlanFiling.objects.create(
        plan=district, kind="outline", actor="x", recorded_at=timezone.now() - timedelta(days=9)
    )
    past = planner.get("/plans/tree", {"as_of": (timezone.localdate() - timedelta(days=3)).isoformat()}).text
    assert "区县 · 甲区 · 发展规划纲要" in past
    assert past.count('class="plan-tree"') == 1
    assert "看现在" in past
    assert planner.get("/plans/tree", {"as_of": "then"}).text.count('class="plan-tree"') == 2
    assert (
        planner.post(f"/plan/{city.plan.pk}/file", {"kind": "outline", "parent": str(district.pk)}).status_code == 422
    )


def test_others_read_and_nothing_is_404(city: City, reader: Client) -> None:
    page = reader.get(f"/target/{key_of('gdp')}/parts").text
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
    assert reader.get("/target/9999/parts").status_code == 404
    assert reader.get("/plan/9999/targets").status_code == 404
    assert CITY
