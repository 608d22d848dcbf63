"""One score: its points with their way to rule, figure and sentence; an objection from both sides."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from lantu.run.assessing import make_assessment, record_rules
from lantu.store import models
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import AT, CITY

pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> int:
    build_scored()
    return make_assessment(record_rules(RULES, "r.yml", by="wang"), CITY, as_of=DAY, by="wang")


def sign_in(role: str, department: str = "") -> Client:
    user = get_user_model().objects.create_user(f"{role}{department}", password="a-long-password-1")
    models.Assignment.objects.create(user=user, role=role, place_id=CITY, department=department, recorded_at=AT)
    client = Client()
    client.force_login(user)
    return client


def test_every_point_leads_to_its_rule_its_figure_and_its_sentence(key: int, reader: Client) -> None:
    page = reader.get(f"/score/{key}/tj").text
    assert 'href="#rule-17"' in page
    assert 'id="rule-17"' in page
    assert "/return/" in page
    assert "/plan/" in page
    assert "责任推定" in page
    assert "提出申诉" not in page
    assert reader.get(f"/score/{key}/jt").status_code == 404


def test_an_objection_is_raised_answered_and_leads_to_a_new_score(key: int) -> None:
    reporter, supervisor = sign_in("reporter", "tj"), sign_in("supervisor")
    target = models.PlanTarget.objects.get(indicator_code="gdp").address
    here = f"/score/{key}/tj"
    assert "提出申诉" in reporter.get(here).text
    assert reporter.post(f"{here}/object", {"target": target, "text": "口径调整"}, follow=True).status_code == 200
    objection = models.Objection.objects.get()
    page = supervisor.get(here).text
    assert "口径调整" in page
    assert f'action="/objection/{objection.pk}/answer"' in page
    answered = supervisor.post(
        f"/objection/{objection.pk}/answer", {"outcome": "shared", "share": "100", "note": "采纳"}, follow=True
    )
    run = models.ScoreRun.objects.get(after_id=key)
    assert answered.redirect_chain[-1][0] == f"/score/{run.pk}/tj"
    assert "按申诉结论给分" in answered.text
    assert "以新的为准" in reporter.get(here).text
    assert "提出申诉" not in reporter.get(here).text


def test_a_reporter_objects_for_the_own_department_only(key: int) -> None:
    assert sign_in("reporter", "tj").post(f"/score/{key}/sthj/object", {"text": "x"}).status_code == 403
    assert models.Objection.objects.count() == 0


@pytest.mark.parametrize("share", ["", "abc", "101", "NaN"])
def test_a_share_that_is_none_is_refused_in_words(key: int, share: str) -> None:
    reporter, supervisor = sign_in("reporter", "tj"), sign_in("supervisor")
    target = models.PlanTarget.objects.get(indicator_code="gdp").address
    reporter.post(f"/score/{key}/tj/object", {"target": target, "text": "x"})
    asked = {"outcome": "shared", "share": share, "note": "x"}
    answer = supervisor.post(f"/objection/{models.Objection.objects.get().pk}/answer", asked, follow=True)
    assert "0 到 100" in answer.text
    assert supervisor.post("/objection/99/answer", asked).status_code == 404


def test_an_english_page_has_english_words(key: int, english: Client) -> None:
    page = english.get(f"/score/{key}/tj").text
    assert "Where each point comes from" in page
    assert "By share of the way done" in page
