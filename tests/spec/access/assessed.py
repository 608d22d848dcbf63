"""One assessment a scope, with an objection to it.

In: departments by scope and the place of each. Out: keys by kind of thing and scope. The scores are refused ones: who may see
and answer them does not depend on the points.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lantu.core.score import Assessment, Ranked, Refusal, Score, Subject
from lantu.run.assessing import require_rules
from lantu.store import models
from lantu.store.keep.scores import keep_objection, keep_rules, keep_run
from tests.unit.run.scored import RULES
from tests.unit.show.city import AT


def build_assessed(departments: Mapping[str, models.Department]) -> dict[str, dict[str, Any]]:
    """Write them."""
    rules = require_rules(RULES, "r.yml")
    kept = keep_rules(rules, RULES, "r.yml", AT, by="x")
    keys: dict[str, dict[str, Any]] = {"score_run": {}, "objection": {}}
    for scope, department in departments.items():
        who = Subject(department.code, department.name, "", department.place_id)
        ranked = Ranked(Score(who, None, None, None, Refusal.NO_TARGETS, Decimal(0), 0, ()))
        run = keep_run(Assessment(rules, department.place_id, date(2026, 3, 1), (ranked,)), kept.pk, AT, AT, by="x")
        keys["score_run"][scope] = run.pk
        keys["objection"][scope] = keep_objection(run.pk, department.code, "", "x", AT, by="x").pk
    return keys
