"""Rows of scores: every line, refused scores too."""

from datetime import date
from decimal import Decimal

from lantu.act.scores.rank import rank_scores
from lantu.act.scores.total import score_subject
from lantu.core.score import Assessment
from lantu.run.score_table import COLUMNS, list_rows
from tests.unit.act.scores.builders import WHO, cannot_say, make_assessed, make_rules


def test_a_row_a_line() -> None:
    rules = make_rules()
    scores = [score_subject(WHO, [make_assessed("a", done=Decimal("0.5")), cannot_say("b")], rules)]
    rows = list(list_rows(Assessment(rules, "990100", date(2024, 6, 1), rank_scores(scores))))
    assert [row["kind"] for row in rows] == ["item", "item", "target", "target", "scale"]
    assert all(set(row) <= set(COLUMNS) for row in rows)
    assert rows[3]["reason"] == "no_value"


def test_somebody_without_a_line_has_one_row_with_the_refusal() -> None:
    rules = make_rules(items=())
    rows = list(list_rows(Assessment(rules, "990100", date(2024, 6, 1), rank_scores([score_subject(WHO, [], rules)]))))
    assert [(row["subject"], row["score"], row["refusal"]) for row in rows] == [("tj", "", "no_targets")]
