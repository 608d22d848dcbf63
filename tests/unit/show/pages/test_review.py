"""审校: who may decide, what each form does, and that it works without scripts."""

import html
import re

import pytest
from django.test import Client

from lantu.core.mark import Mark
from lantu.run.jobs import do_job
from lantu.store import models
from lantu.store.codec import encode_marks
from tests.unit.show.city import TEXT, City

ADDED = {
    "kind": "target",
    "indicator": "工程数",
    "words": "新建“一号”工程",
    "value_words": "",
    "comparator": "=",
    "measure": "count",
    "modality": "firm",
    "year": "2025",
}


def address(city: City, part: str = "") -> str:
    return f"/plan/{city.plan.pk}/review{part}"


def state_of(client: Client, city: City, entry: str) -> str | None:
    match = re.search(rf'id="r-{entry}"[^>]*data-state="(\w+)"', client.get(address(city)).text)
    return match[1] if match else None


def filled_in(client: Client, city: City, entry: str) -> dict[str, str]:
    """The correcting form of an entry as a browser would send it back."""
    page = client.get(address(city, f"?entry={entry}&do=correct"))
    form = page.context["panel"].form
    values = {name: form[name].value() for name in form.fields}
    return {"entry": entry} | {k: str(v) for k, v in values.items() if v not in (None, False)}


def put_in_force(city: City, client: Client) -> None:
    """Press the button, and do what the worker would do; the job leads back to the review."""
    place = client.post(address(city, "/in-force"))["Location"]
    job = models.Job.objects.latest("pk")
    assert place == f"/job/{job.pk}"
    do_job.func(job.pk)
    page = client.get(place).text
    assert "审校生效" in page
    assert f'href="{address(city)}"' in page


def test_somebody_without_the_role_may_look_and_not_decide(city: City, reader: Client) -> None:
    page = reader.get(address(city, "?entry=e1&do=correct"))
    assert page.status_code == 200
    assert "这里只能看" in page.text
    assert 'name="accepted"' not in page.text
    assert page.context["panel"] is None
    answer = reader.post(address(city, "/entry"), {"accepted": "e1"})
    assert answer.status_code == 302
    assert "/sign-in" in answer["Location"]
    assert not models.EntryDecision.objects.exists()


def test_a_planner_of_another_place_is_refused(city: City, planner: Client) -> None:
    models.Place.objects.create(code="110000", name="别处", level="province", recorded_at="2026-01-01T00:00:00Z")
    models.Plan.objects.update(place="110000")
    for part in ("/entry", "/shown", "/undo", "/in-force"):
        assert planner.post(address(city, part), {"accepted": "e1"}).status_code == 403, part
    assert not models.EntryDecision.objects.exists()


def test_accept_and_withdraw_without_scripts(city: City, planner: Client) -> None:
    answer = planner.post(address(city, "/entry"), {"accepted": "e1"})
    assert answer["Location"] == address(city, "?entry=e1#here")
    assert state_of(planner, city, "e1") == "accepted"
    planner.post(address(city, "/entry"), {"withdrawn": "e1"})
    assert state_of(planner, city, "e1") == "open"
    assert [d.actor for d in models.EntryDecision.objects.all()] == ["li", "li"]


def test_htmx_gets_the_line_and_the_progress(city: City, planner: Client) -> None:
    answer = planner.post(address(city, "/entry?kind=target"), {"accepted": "e1"}, headers={"HX-Request": "true"})
    assert answer.text.lstrip().startswith('<li class="entry review-entry is-accepted')
    assert 'hx-swap-oob="true"' in answer.text
    assert "已审 1 条，共 6 条" in answer.text
    assert "<html" not in answer.text
    panel = planner.get(address(city, "?entry=e1&do=reject"), headers={"HX-Request": "true"})
    assert panel.text.lstrip().startswith('<section class="form-box review-panel" id="panel"')


def test_rejecting_needs_a_reason(city: City, planner: Client) -> None:
    fields = {"entry": "e9", "verdict": "rejected", "reason": " "}
    answer = planner.post(address(city, "/entry"), fields)
    assert answer.status_code == 422
    assert "剔除要说明理由" in answer.text
    planner.post(address(city, "/entry"), fields | {"reason": "重复"})
    assert state_of(planner, city, "e9") == "rejected"
    page = planner.get(address(city))
    assert "重复" in page.text
    assert 'class="e e-rejected"' in page.text


def test_a_correction_shows_both_and_counts_once_in_force(city: City, planner: Client) -> None:
    fields = filled_in(planner, city, "e1") | {"value": "9100", "reason": "勘误"}
    assert planner.post(address(city, "/entry"), fields)["Location"] == address(city, "?entry=e1#here")
    page = planner.get(address(city)).text
    assert "9,100亿元" in page
    assert "<del>地区生产总值 · 9,000亿元 · 2025年</del>" in page
    assert "有 1 条与现行版本不同" in page
    decision = models.EntryDecision.objects.get()
    assert (decision.verdict, decision.reason, decision.body["value"]) == ("corrected", "勘误", "9100")
    assert decision.body["value_span"]["quote"] == "9000"
    put_in_force(city, planner)
    version = models.PlanVersion.objects.get(number=2)
    assert version.entries.get(entry_id="e1").value == 9100
    assert models.StandingRow.objects.filter(target__version=version).exists()
    assert "审校已生效：第 2 版" in planner.get(address(city)).text
    assert "经审校" in planner.get(f"/plan/{city.plan.pk}").text


def test_a_corrected_cell_says_so_in_the_table(city: City, planner: Client) -> None:
    now = 'data-e="e1" data-now="9,100亿元 · 2025年">9000</span>'
    assert now not in planner.get(address(city)).text
    planner.post(address(city, "/entry"), filled_in(planner, city, "e1") | {"value": "9100"})
    assert now in planner.get(address(city)).text
    assert now not in planner.get(f"/plan/{city.plan.pk}").text
    put_in_force(city, planner)
    assert now in planner.get(f"/plan/{city.plan.pk}").text
    assert now not in planner.get(f"/plan/{city.plan.pk}?version=1").text


def test_what_was_inferred_and_where_it_stands_are_told(city: City, planner: Client) -> None:
    row = city.version.entries.get(entry_id="e9")
    row.body |= {"inferred": [{"field": "year", "reason": "horizon", "confidence": 0.97}], "confidence": 0.87}
    row.save()
    marks = [Mark(0, row.start, page=1, paragraph=1), Mark(row.start, len(TEXT), page=14, paragraph=3)]
    models.Document.objects.update(marks=encode_marks(marks))
    text = planner.get(address(city)).text
    assert "推断 1 项，整条可信度 87%" in text
    assert "年份：取规划期末（97%）" in text
    assert text.count('<details class="inferred">') == 1
    assert "第14页 第3段" in text
    assert "第14页 第3段" in planner.get(f"/plan/{city.plan.pk}").text
    planner.cookies["lantu_language"] = "en"
    assert "year: the last year of the plan (97%)" in planner.get(address(city)).text


def test_nothing_to_put_in_force_makes_no_job(city: City, planner: Client) -> None:
    assert planner.post(address(city, "/in-force"))["Location"] == address(city)
    assert not models.Job.objects.exists()


def test_a_form_that_does_not_fit_comes_back_with_words(city: City, planner: Client) -> None:
    answer = planner.post(address(city, "/entry"), filled_in(planner, city, "e1") | {"words": "没有的字"})
    assert answer.status_code == 422
    assert "原文中没有这些字" in answer.text
    assert not models.EntryDecision.objects.exists()


def test_an_entry_is_added_by_its_words_and_taken_back(city: City, planner: Client) -> None:
    place = planner.post(address(city, "/entry"), ADDED)["Location"]
    key = re.search(r"entry=(\w+)#", place)
    assert key
    page = planner.get(place).text
    assert html.unescape(re.findall(r'<mark id="here"[^>]*>(.*?)</mark>', page, re.DOTALL)[0]).count("一号")
    assert state_of(planner, city, key[1]) == "added"
    planner.post(address(city, "/entry"), {"withdrawn": key[1]})
    assert state_of(planner, city, key[1]) is None


def test_marked_words_come_filled_in(city: City, planner: Client) -> None:
    start = TEXT.index("全市地区生产总值达到")
    page = planner.get(address(city, f"?do=add&at={start}-{TEXT.index('、力争')}"))
    form = page.context["panel"].form
    assert (form["value"].value(), form["unit"].value(), form["start"].value()) == ("9000", "亿元", start)
    assert planner.get(address(city, "?do=add&at=0-999999")).context["panel"].form.initial == {}


def test_all_that_is_shown_is_accepted_and_withdrawn_at_once(city: City, planner: Client) -> None:
    planner.post(address(city, "/entry"), {"entry": "e9", "verdict": "rejected", "reason": "重复"})
    answer = planner.post(address(city, "/shown?kind=target"), {"kind": "target", "state": ""})
    batch = re.search(r"batch=(\w+)", answer["Location"])
    assert batch
    assert "撤回这一批" in planner.get(answer["Location"]).text
    assert [state_of(planner, city, e) for e in ("e1", "e5", "e9")] == ["accepted", "accepted", "rejected"]
    planner.post(address(city, "/undo"), {"batch": batch[1]})
    assert [state_of(planner, city, e) for e in ("e1", "e5", "e9")] == ["open", "open", "rejected"]


def test_filters_keep_the_list_short(city: City, planner: Client) -> None:
    planner.post(address(city, "/entry"), {"accepted": "e1"})
    assert planner.get(address(city, "?state=accepted")).text.count("data-entry-link=") == 1
    assert planner.get(address(city, "?kind=task")).text.count("data-entry-link=") == 0


@pytest.mark.parametrize("part", ["?entry=e404&do=correct", "?entry=e404&do=reject"])
def test_what_is_not_there_is_404(city: City, planner: Client, part: str) -> None:
    assert planner.get(address(city, part)).status_code == 404
    assert planner.post(address(city, "/entry"), {"accepted": "e404"}).status_code == 404
    assert planner.get("/plan/99999/review").status_code == 404
