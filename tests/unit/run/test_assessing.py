"""Scores of the small city: kept whole, the same when given again, refused outside their days."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.core.score import Refusal
from lantu.run.assessing import (
    AssessmentRefusedError,
    compose_assessment,
    make_assessment,
    record_rules,
    replay_assessment,
    require_rules,
    require_run,
    run_name,
)
from lantu.store import models
from lantu.store.fetch.scores import run_noun
from tests.unit.run.adjusted import adjust
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import AT, CITY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city() -> None:
    build_scored()


def score_now(text: str = RULES) -> int:
    return make_assessment(record_rules(text, "r.yml", by="wang"), CITY, as_of=DAY, by="wang")


def revise_gdp() -> None:
    row = models.ValueRow.objects.get(indicator_code="gdp", place_code=CITY, period_end=date(2025, 12, 31))
    row.pk, row.amount, row.recorded_at = None, Decimal(8900), AT + timedelta(days=300)
    row.save()


def test_departments_that_answer_for_something_are_scored() -> None:
    found = compose_assessment(require_rules(RULES, "r.yml"), CITY, as_of=DAY, known_at=AT + timedelta(days=1))
    told = {one.score.subject.code: one for one in found.ranked}
    assert set(told) == {"tj", "sthj"}  # the third department answers for nothing
    assert told["tj"].score.points is not None
    assert told["tj"].score.lines[1].next[0].is_owner_guessed
    assert told["tj"].rank in (1, 2)


def test_a_run_is_kept_whole_and_given_again_after_the_registry_moved_on() -> None:
    key = score_now()
    kept = run_noun(require_run(key))
    assert replay_assessment(key) == kept
    revise_gdp()
    assert replay_assessment(key) == kept
    now = compose_assessment(kept.rules, CITY, as_of=DAY, known_at=AT + timedelta(days=400))
    assert now != kept
    last = models.AuditRow.objects.order_by("-seq").first()
    assert (last.action, last.subject, last.detail["digest"]) == (
        "scores.given",
        run_name(key),
        require_run(key).digest,
    )


def test_same_inputs_same_digest() -> None:
    assert require_run(score_now()).digest == require_run(score_now()).digest


def test_a_version_of_rules_never_means_two_texts() -> None:
    assert record_rules(RULES, "r.yml", by="x").pk == record_rules(RULES, "other.yml", by="y").pk
    with pytest.raises(AssessmentRefusedError) as refused:
        record_rules(RULES.replace("digits: 2", "digits: 1"), "r.yml", by="x")
    assert refused.value.code == "version"
    with pytest.raises(AssessmentRefusedError) as wrong:
        record_rules("items: 5", "r.yml", by="x")
    assert wrong.value.code == "rules"
    assert wrong.value.problems


@pytest.mark.parametrize("day", [date(2020, 12, 31), date(2027, 1, 1)])
def test_rules_hold_only_in_their_days(day: date) -> None:
    with pytest.raises(AssessmentRefusedError, match="does not hold"):
        compose_assessment(require_rules(RULES + "to: 2026-12-31\n", "r.yml"), CITY, as_of=day, known_at=AT)


def test_districts_without_a_target_are_named_and_not_given_nothing() -> None:
    rules = require_rules(RULES.replace("subject: department", "subject: district"), "r.yml")
    found = compose_assessment(rules, CITY, as_of=DAY, known_at=AT + timedelta(days=1))
    assert {one.score.refusal for one in found.ranked} == {Refusal.NO_TARGETS}
    assert all(one.score.points is None for one in found.ranked)


def test_a_preliminary_figure_widens_the_interval() -> None:
    models.ValueRow.objects.filter(indicator_code="gdp", place_code=CITY).update(status="preliminary")
    rules = replace(require_rules(RULES, "r.yml"), bands=())
    score = next(
        one.score
        for one in compose_assessment(rules, CITY, as_of=DAY, known_at=AT + timedelta(days=1)).ranked
        if one.score.subject.code == "tj"
    )
    assert score.low is not None
    assert score.points is not None
    assert score.low < score.points
    calm = compose_assessment(replace(rules, preliminary=Decimal(0)), CITY, as_of=DAY, known_at=AT + timedelta(days=1))
    assert all(one.score.low == one.score.points for one in calm.ranked)


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(LookupError, match="no assessment 99"):
        require_run(99)


def test_the_rules_of_the_sample_city_are_loaded_with_it() -> None:
    sample = Path(__file__).resolve().parents[3] / "examples/jiaxing/sample.yml"
    assert "assessment/departments-2026.2.yml" in sample.read_text("utf-8")


def test_scores_count_by_the_adjusted_figure_of_the_day_they_speak_for() -> None:
    address = models.PlanTarget.objects.get(indicator_code="gdp").address
    kept = run_noun(require_run(score_now()))
    known_at = AT + timedelta(days=400)
    before = compose_assessment(kept.rules, CITY, as_of=DAY, known_at=known_at)
    adjust(address, "7000", DAY + timedelta(days=1), AT)
    # known since, but in effect only after the day the scores speak for
    assert compose_assessment(kept.rules, CITY, as_of=DAY, known_at=known_at) == before
    adjust(address, "7000", DAY, AT)
    after = compose_assessment(kept.rules, CITY, as_of=DAY, known_at=known_at)
    assert after != before
