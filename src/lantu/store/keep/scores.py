"""Keep rule sets, scores, objections and answers; nothing is overwritten."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

from lantu.core.identity import digest_bytes
from lantu.core.score import Assessment, RuleSet
from lantu.store import models
from lantu.store.codec import encode


def keep_rules(rules: RuleSet, text: str, file_name: str, at: datetime, *, by: str) -> models.ScoreRules:
    """Write a version of a rule set."""
    return models.ScoreRules.objects.create(
        code=rules.code,
        version=rules.version,
        name=rules.name,
        name_en=rules.name_en,
        subject=str(rules.subject),
        file_name=file_name[:255],
        text=text,
        digest=digest_bytes(text.encode()),
        actor=by,
        recorded_at=at,
    )


def keep_run(
    assessment: Assessment,
    rules_key: int,
    known_at: datetime,
    at: datetime,
    *,
    by: str,
    after: models.ScoreRun | None = None,
) -> models.ScoreRun:
    """Write all scores of an assessment whole."""
    body = encode(assessment)
    return models.ScoreRun.objects.create(
        rules_id=rules_key,
        place_id=assessment.place_code,
        as_of=assessment.as_of,
        known_at=known_at,
        body=body,
        digest=digest_assessment(body),
        after=after,
        actor=by,
        recorded_at=at,
    )


def digest_assessment(body: Any) -> str:
    """SHA-256 of an assessment as kept, in hexadecimal: same rules, same inputs, same digest."""
    return digest_bytes(json.dumps(body, ensure_ascii=False, sort_keys=True).encode())


def keep_objection(
    run_key: int, subject_code: str, target_id: str, text: str, at: datetime, *, by: str
) -> models.Objection:
    """Write an objection."""
    return models.Objection.objects.create(
        run_id=run_key, subject_code=subject_code, target=target_id, text=text, actor=by, recorded_at=at
    )


def keep_answer(
    objection: models.Objection,
    outcome: str,
    share: Decimal | None,
    note: str,
    led_to: models.ScoreRun | None,
    at: datetime,
    *,
    by: str,
) -> models.ObjectionAnswer:
    """Write the answer to an objection."""
    return models.ObjectionAnswer.objects.create(
        objection=objection, outcome=outcome, share=share, note=note, led_to=led_to, actor=by, recorded_at=at
    )
