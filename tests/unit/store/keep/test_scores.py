"""Scores are kept whole, under a digest that only their content decides; a chain cannot fork."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from lantu.core.score import Assessment
from lantu.run.assessing import require_rules
from lantu.store import models
from lantu.store.codec import encode
from lantu.store.fetch.scores import run_noun
from lantu.store.keep.scores import digest_assessment, keep_answer, keep_objection, keep_rules, keep_run
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import AT, CITY

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> models.ScoreRun:
    build_scored()
    rules = require_rules(RULES, "r.yml")
    row = keep_rules(rules, RULES, "r.yml", AT, by="x")
    return keep_run(Assessment(rules, CITY, DAY, ()), row.pk, AT, AT, by="x")


def test_what_is_kept_is_what_was_given(kept: models.ScoreRun) -> None:
    noun = Assessment(require_rules(RULES, "r.yml"), CITY, DAY, ())
    assert run_noun(kept) == noun
    assert kept.digest == digest_assessment(encode(noun))


def test_the_digest_does_not_ask_when_or_who(kept: models.ScoreRun) -> None:
    later = keep_run(run_noun(kept), kept.rules_id, AT, AT + timedelta(days=3), by="y", after=kept)
    assert later.digest == kept.digest
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_run(run_noun(kept), kept.rules_id, AT, AT, by="z", after=kept)


def test_a_version_and_an_answer_are_kept_once(kept: models.ScoreRun) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_rules(require_rules(RULES, "r.yml"), RULES, "r.yml", AT, by="x")
    objection = keep_objection(kept.pk, "tj", "", "x", AT, by="li")
    keep_answer(objection, "shared", Decimal("0.333333"), "y", None, AT, by="x")
    assert models.ObjectionAnswer.objects.get().share == Decimal("0.333333")
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_answer(objection, "rejected", None, "y", None, AT, by="x")
