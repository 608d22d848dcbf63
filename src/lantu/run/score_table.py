"""Scores as rows of text: one row a line of a score, with the rule, the target and the standing it rests on.

In: an assessment. Out: rows under COLUMNS, for CSV and XLSX. Left out on purpose: words in two languages; the codes are
those of the rule set and of the nouns.
"""

from collections.abc import Iterator
from typing import Any

from lantu.core.score import Assessment, Lapse, PointLine, Ranked, ScoreLine

COLUMNS = (
    "subject", "name", "rank", "best_rank", "worst_rank", "score", "low", "high", "refusal", "judged",
    "kind", "rule", "rule_line", "line", "why", "weight", "share", "points", "points_low", "points_high",
    "target", "standing", "data_date", "reason", "preliminary", "note", "source",
)  # fmt: skip


def list_rows(assessment: Assessment) -> Iterator[dict[str, Any]]:
    """One row a line of a score; somebody without a line has one row with the refusal."""
    for ranked in assessment.ranked:
        head = _write_head(ranked)
        if not ranked.score.lines:
            yield head
        for line in ranked.score.lines:
            yield head | _write_line(line)
            yield from (head | _write_point(point) for point in line.next)
            yield from (head | _write_lapse(lapse, line) for lapse in line.lapses)


def _write_head(ranked: Ranked) -> dict[str, Any]:
    score = ranked.score
    return {
        "subject": score.subject.code, "name": score.subject.name, "rank": _blank(ranked.rank),
        "best_rank": _blank(ranked.best), "worst_rank": _blank(ranked.worst), "score": _blank(score.points),
        "low": _blank(score.low), "high": _blank(score.high), "refusal": str(score.refusal), "judged": score.judged,
    }  # fmt: skip


def _write_line(line: ScoreLine) -> dict[str, Any]:
    return {
        "kind": str(line.kind), "rule": line.rule, "rule_line": line.rule_line or "", "line": line.name,
        "why": "nothing" if line.is_empty else "", "weight": _blank(line.weight), "points": line.points,
        "points_low": line.low, "points_high": line.high,
    }  # fmt: skip


def _write_point(point: PointLine) -> dict[str, Any]:
    standing = point.standing
    return {
        "kind": "target", "rule": point.rule, "rule_line": point.rule_line, "line": point.name, "why": str(point.why),
        "weight": _blank(point.weight), "share": _blank(point.share), "points": point.points,
        "points_low": point.low, "points_high": point.high, "target": point.target_id, "note": point.note,
        "source": point.source, "standing": str(standing.klass), "data_date": _blank(standing.data_date),
        "reason": str(standing.reason), "preliminary": "yes" if standing.is_preliminary else "",
    }  # fmt: skip


def _write_lapse(lapse: Lapse, line: ScoreLine) -> dict[str, Any]:
    done = "not done" if lapse.done_on is None else f"done {lapse.done_on}"
    return {
        "kind": str(lapse.kind), "rule": line.rule, "rule_line": line.rule_line, "line": lapse.name, "points": 0,
        "points_low": 0, "points_high": 0, "source": lapse.address,
        "note": f"due {lapse.due_on}, {done}, {lapse.days} working days late",
    }  # fmt: skip


def _blank(told: Any) -> Any:
    return "" if told is None else told
