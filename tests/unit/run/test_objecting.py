"""Objections: raised once, answered once; what is upheld leads to a new run, and nothing given before changes."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from lantu.act.deadlines import count_working_days
from lantu.core.time import CHINA_TIME
from lantu.run import objecting
from lantu.run.assessing import AssessmentRefusedError, make_assessment, record_rules, replay_assessment, require_run
from lantu.run.objecting import Outcome, answer_objection, find_ranked, last_day_to_object, object_to, objection_name
from lantu.store import models
from lantu.store.fetch.scores import chain_of, last_of_chain, objections_of, run_noun
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import AT, CITY

pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> int:
    build_scored()
    return make_assessment(record_rules(RULES, "r.yml", by="wang"), CITY, as_of=DAY, by="wang")


def target_of(key: int, who: str, name: str) -> str:
    ranked = find_ranked(run_noun(require_run(key)), who)
    assert ranked is not None
    return next(p.target_id for line in ranked.score.lines for p in line.next if p.name == name)


def points_of(key: int, who: str) -> Decimal | None:
    ranked = find_ranked(run_noun(require_run(key)), who)
    assert ranked is not None
    return ranked.score.points


def refusal(kind: str, key: int, **more: Decimal) -> str:
    with pytest.raises(AssessmentRefusedError) as refused:
        answer_objection(key, Outcome(kind, "因为", **more), by="wang")
    return refused.value.code


def test_an_upheld_objection_leads_to_a_new_run_and_the_old_one_stays(key: int) -> None:
    before, target = points_of(key, "tj"), target_of(key, "tj", "地区生产总值")
    objection = object_to(key, "tj", target, "统计口径有调整", by="li")
    led_to = answer_objection(objection, Outcome("shared", "采纳", Decimal(1)), by="wang")
    assert led_to is not None
    after = points_of(led_to, "tj")
    assert before is not None
    assert after is not None
    assert after > before == points_of(key, "tj")
    assert [run.pk for run in chain_of(require_run(key))] == [key, led_to]
    assert last_of_chain(require_run(key)).pk == led_to
    assert run_noun(require_run(led_to)).corrections[0].source == objection_name(objection)
    assert replay_assessment(led_to) == run_noun(require_run(led_to))
    actions = list(models.AuditRow.objects.order_by("seq").values_list("action", flat=True))
    assert actions[-3:] == ["objection.raised", "scores.corrected", "objection.answered"]


def test_a_rejected_objection_changes_no_score(key: int) -> None:
    objection = object_to(key, "tj", "", "整体偏低", by="li")
    assert answer_objection(objection, Outcome("rejected", "维持"), by="wang") is None
    assert [o.answer.outcome for o in objections_of(require_run(key))] == ["rejected"]
    assert models.ScoreRun.objects.count() == 1


def test_corrections_add_up_over_the_chain(key: int) -> None:
    first = object_to(key, "tj", target_of(key, "tj", "地区生产总值"), "一", by="li")
    second = object_to(key, "tj", target_of(key, "tj", "常住人口城镇化率"), "二", by="li")
    answer_objection(first, Outcome("left_out", "不计"), by="wang")
    last = answer_objection(second, Outcome("shared", "改", Decimal("0.5")), by="wang")
    assert last is not None
    corrections = run_noun(require_run(last)).corrections
    assert [(c.is_left_out, c.share) for c in corrections] == [(True, Decimal(0)), (False, Decimal("0.5"))]


def test_corrected_figures_are_used_only_where_the_answer_says_so(key: int) -> None:
    row = models.ValueRow.objects.get(indicator_code="gdp", place_code=CITY, period_end=date(2025, 12, 31))
    row.pk, row.amount, row.recorded_at = None, Decimal(9900), AT + timedelta(days=9)
    row.save()
    target = target_of(key, "tj", "地区生产总值")
    known = require_run(key).known_at
    objection = object_to(key, "tj", target, "数据已更正", by="li")
    led_to = answer_objection(objection, Outcome("refigured", "按更正后的数据"), by="wang")
    assert led_to is not None
    assert require_run(led_to).known_at > known
    assert run_noun(require_run(led_to)).corrections == ()
    assert points_of(led_to, "tj") != points_of(key, "tj")


def test_what_makes_no_sense_is_refused(key: int) -> None:
    target = target_of(key, "tj", "地区生产总值")
    for who, what, text, code in (
        ("xx", "", "x", "unknown"), ("jt", "", "x", "unknown"), ("tj", "plan/x#y", "x", "target"), ("tj", target, " ", "text"),
    ):  # fmt: skip
        with pytest.raises(AssessmentRefusedError) as refused:
            object_to(key, who, what, text, by="li")
        assert refused.value.code == code
    objection = object_to(key, "tj", target, "x", by="li")
    with pytest.raises(AssessmentRefusedError, match="still open"):
        object_to(key, "tj", target, "y", by="li")
    assert refusal("shared", objection) == "share"
    assert refusal("shared", objection, share=Decimal("1.1")) == "share"
    assert refusal("rejected", objection, share=Decimal(1)) == "share"
    assert refusal("maybe", objection) == "unknown"
    assert refusal("left_out", object_to(key, "tj", "", "x", by="li")) == "target"
    answer_objection(objection, Outcome("rejected", "x"), by="wang")
    assert refusal("rejected", objection) == "answered"
    with pytest.raises(LookupError):
        answer_objection(999, Outcome("rejected", "x"), by="wang")


def test_objections_are_taken_for_some_working_days(monkeypatch: pytest.MonkeyPatch) -> None:
    build_scored()
    text = RULES.replace('version: "1"', 'version: "2"').replace("least_judged:", "objection_days: 3\nleast_judged:")
    made = make_assessment(record_rules(text, "r.yml", by="wang"), CITY, as_of=DAY, by="wang")
    last = last_day_to_object(require_run(made))
    assert last is not None
    given = require_run(made).recorded_at.astimezone(CHINA_TIME).date()
    assert count_working_days(given, last) == 3
    monkeypatch.setattr(objecting, "today_in_china", lambda: last)
    assert object_to(made, "tj", "", "赶在最后一天", by="li")
    monkeypatch.setattr(objecting, "today_in_china", lambda: last + timedelta(days=1))
    with pytest.raises(AssessmentRefusedError) as refused:
        object_to(made, "sthj", "", "过了期限", by="li")
    assert refused.value.code == "too_late"
    assert str(last) in str(refused.value)


def test_without_such_a_rule_there_is_no_last_day(key: int) -> None:
    assert last_day_to_object(require_run(key)) is None
