"""核查: what was found stands beside its texts, who may decide does, and every step is kept."""

import re

import pytest
from django.test import Client

from lantu.run.checking import CheckedFinding, check_versions, findings_now
from lantu.store import models
from tests.unit.show.checked import Checked, read_text, write_text
from tests.unit.show.city import CITY, DISTRICT, City


def find(checked: Checked, code: str) -> CheckedFinding:
    items = findings_now([checked.upper.pk, checked.lower.pk])
    return next(item for item in items if item.row.code == code)


def states(client: Client, address: str) -> dict[str, str]:
    return dict(re.findall(r'id="f-([0-9a-f-]+)" data-state="(\w+)"', client.get(address).text))


def post(client: Client, checked: Checked, action: str, **data: str) -> int:
    address = f"/plan/{checked.lower.pk}/check/{action}?with={checked.upper.pk}"
    return client.post(address, data).status_code


def test_evidence_of_both_texts_stands_side_by_side_with_ways_to_it(checked: Checked, reader: Client) -> None:
    page = reader.get(checked.pair)
    item = find(checked, "C160")
    (line,) = [line for line, _ in page.context["lines"] if line.key == item.row.key]
    assert [column.title for column in line.columns] == ["甲区纲要", "示例市纲要"]
    for evidence in item.row.body["evidence"]:
        version = models.PlanVersion.objects.get(pk=int(evidence["source"]))
        span = evidence["span"]
        assert f"/plan/{version.plan_id}?version=1&amp;at={span['start']}-{span['end']}#here" in page.text
        text = reader.get(f"/plan/{version.plan_id}?version=1&at={span['start']}-{span['end']}").text
        assert 'id="here"' in text
    assert line.rule.why in page.text
    assert "推进<绿色>" not in page.text


def test_filters_show_what_they_say(checked: Checked, reader: Client) -> None:
    every = reader.get(checked.pair).context
    for query, part in (("severity=warning", "severity"), ("kind=district_vs_city", "kind")):
        shown = reader.get(f"{checked.pair}&{query}").context["lines"]
        assert {getattr(line, part) for line, _ in shown} == {query.partition("=")[2]}
        assert 0 < len(shown) < every["total_count"]
    assert reader.get(f"{checked.pair}&q=8800").context["shown_count"] >= 1
    assert "没有这样的意见" in reader.get(f"{checked.pair}&q=没有这几个字").text
    one = reader.get(f"{checked.pair}&plan={checked.upper.pk}").context["lines"]
    assert all(checked.upper.pk in line.plans for line, _ in one)
    assert reader.get(f"{checked.pair}&state=todo").context["shown_count"] == every["total_count"]


def test_accept_needs_a_reason_and_can_be_taken_back(checked: Checked, planner: Client) -> None:
    key = find(checked, "C160").row.key
    assert post(planner, checked, "decide", accepted=key, reason=" ") == 422
    assert states(planner, checked.pair)[key] == "open"
    assert post(planner, checked, "decide", accepted=key, reason="两级同源") == 302
    assert states(planner, checked.pair)[key] == "accepted"
    assert "两级同源" in planner.get(checked.pair).text
    assert post(planner, checked, "decide", accepted=key, reason="再来一次") == 422
    assert post(planner, checked, "decide", withdrawn=key) == 302
    assert states(planner, checked.pair)[key] == "open"
    assert [d.actor for d in models.FindingDecision.objects.all()] == ["li", "li"]


def test_fixed_by_hand_names_the_version(checked: Checked, planner: Client) -> None:
    key = find(checked, "C120").row.key
    assert post(planner, checked, "decide", fixed=key, number="9") == 422
    assert post(planner, checked, "decide", fixed=key, number="1") == 302
    page = planner.get(f"{checked.pair}&state=fixed")
    assert [line.decision.version.number for line, _ in page.context["lines"]] == [1]
    assert post(planner, checked, "decide", reopened=key) == 302
    assert states(planner, checked.pair)[key] == "reopened"
    assert post(planner, checked, "decide", reopened="none") == 404


def test_a_new_version_fixes_what_it_no_longer_holds(checked: Checked, planner: Client) -> None:
    key = find(checked, "C120").row.key
    text = write_text("示例市", prose="9000", base="5509.5", goal="9000", days="93")
    upper = read_text(text, "示例市纲要", CITY)
    assert "核查之后有了新版本" in planner.get(checked.pair).text
    check_versions([upper, checked.lower_version], by="li")
    page = planner.get(checked.pair)
    assert states(planner, checked.pair)[key] == "fixed"
    assert page.context["gone_count"] == 1
    assert "核查之后有了新版本" not in page.text


def test_who_plans_for_the_district_decides_on_its_plan_only(checked: Checked, settings, django_user_model) -> None:
    settings.LANTU_PUBLIC_READ = True
    user = django_user_model.objects.create_user("qu", password="a-long-password-2")
    at = models.Assignment.objects.create(
        user=user, role="planner", place_id=DISTRICT, recorded_at="2026-01-01T00:00:00Z"
    )
    client = Client()
    client.force_login(user)
    own, above = find(checked, "C160").row.key, find(checked, "C120").row.key
    assert post(client, checked, "decide", accepted=above, reason="x") == 403
    assert post(client, checked, "decide", accepted=own, reason="x") == 302
    assert client.post(f"/plan/{checked.upper.pk}/check/run", {"version": checked.upper_version}).status_code == 403
    at.role = "viewer"
    at.save()
    assert post(client, checked, "decide", withdrawn=own) == 403


def test_nobody_decides_without_signing_in(checked: Checked, reader: Client) -> None:
    assert "finding-acts" not in reader.get(checked.pair).text
    assert post(reader, checked, "decide", accepted=find(checked, "C160").row.key, reason="x") == 302
    assert not models.FindingDecision.objects.exists()


def test_a_check_is_queued_and_its_page_says_so(city: City, planner: Client) -> None:
    version = read_text(write_text("甲区", prose="700", base="503", goal="700", days="91"), "甲区纲要", DISTRICT)
    plan = models.PlanVersion.objects.get(pk=version).plan
    address = f"/plan/{plan.pk}/check"
    assert "还没有核查过" in planner.get(address).text
    answer = planner.post(f"{address}/run", {"version": ["", str(version)]})
    assert answer["Location"] == address
    job = models.Job.objects.get(kind="check_plans")
    if job.state != "done":
        assert f'hx-get="/job/{job.pk}"' in planner.get(address).text
    models.Job.objects.update(state="failed", message="ValueError: x")
    assert "上一次核查没有完成" in planner.get(address).text
    assert planner.post(f"{address}/run", {"version": [""]}).status_code == 422
    assert planner.post(f"{address}/run", {"version": [str(version), "999999"]}).status_code == 422


def test_a_plan_nobody_knows_is_not_found(checked: Checked, reader: Client) -> None:
    assert reader.get("/plan/999/check").status_code == 404


def test_the_page_is_told_in_english(checked: Checked, english: Client) -> None:
    page = english.get(f"{checked.pair}&kind=district_vs_city").text
    assert "district&#x27;s base equals the city&#x27;s" in page
    assert "To be settled" in page


@pytest.mark.parametrize("address", ["/", "/plans"])
def test_pages_lead_to_the_checker(checked: Checked, reader: Client, address: str) -> None:
    models.FindingRow.objects.filter(code="C120").update(severity="error")
    page = reader.get(address).text
    assert ("/checks" in page) if address == "/plans" else (f"/plan/{checked.upper.pk}/check?" in page)


def test_a_plan_s_page_counts_what_stands_open(checked: Checked, reader: Client) -> None:
    page = reader.get(f"/plan/{checked.upper.pk}")
    count, href = page.context["check"]
    assert count is not None
    assert count.warnings >= 2
    assert href.replace("&", "&amp;") in page.text
