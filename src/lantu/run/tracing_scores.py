"""Scores in a chain: from a score down to standings, sentences, returns and cases; from those up to scores.

In: the address of a run (assessment/3), of somebody's score in it (assessment/3#tj), or of what a score counts. Out: trees.
Left out on purpose: scoring anew; the run is told as it was kept. Upwards only the last run of each chain counts.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lantu.core.score import Lapse, PointLine, Ranked, ScoreLine
from lantu.core.trace import Node
from lantu.run.tracing import UnknownAddressError, entry_node, find_target, value_node
from lantu.store.fetch.scores import find_run, last_runs, run_noun

EXPECTED = "write assessment/3 or assessment/3#department; the page 考核 numbers the runs"


@dataclass(frozen=True, slots=True)
class Counted:
    """Where something counts.

    Attributes:
        score: Address of the score.
        title: Who is scored, by which rules, as of when.
        line: Name of the line.
        inputs: Ids of the observations behind the standing as it was scored; empty for a late return or case.
    """

    score: str
    title: str
    line: str
    inputs: frozenset[str]


Counts = Mapping[str, list[Counted]]
"""By address of a target, a return sheet or a case."""


def trace_score(address: str) -> Node:
    """A run with its scores, or a score with all that it rests on.

    Raises:
        UnknownAddressError: If there is none.
    """
    number, _, code = address.removeprefix("assessment/").partition("#")
    row = find_run(int(number)) if number.isdecimal() else None
    if row is None:
        raise UnknownAddressError(f"no scores have the address {address}; {EXPECTED}")
    noun = run_noun(row)
    facts = (("rules", noun.rules.address), ("as_of", noun.as_of.isoformat()), ("known_at", row.known_at.isoformat()))
    if not code:
        scores = tuple(_short(f"assessment/{row.pk}", one) for one in noun.ranked)
        return Node("assessment", address, f"{noun.rules.name} {noun.as_of}", facts=facts, next=scores)
    one = next((one for one in noun.ranked if one.score.subject.code == code), None)
    if one is None:
        raise UnknownAddressError(f"{code} is not scored in assessment/{number}; {EXPECTED}")
    lines = tuple(_line_node(line) for line in one.score.lines)
    return Node("score", address, _title(one), facts=facts, next=lines)


def count_scored() -> Counts:
    """Where each target, return and case counts, in the last run of each chain."""
    counts: defaultdict[str, list[Counted]] = defaultdict(list)
    for row in last_runs():
        for ranked in row.body["ranked"]:
            score = ranked["score"]
            subject, points = score["subject"], score["points"]
            title = f"{subject['name']}: {points if points is not None else score['refusal']}, {row.rules} {row.as_of}"
            for line in score["lines"]:
                for key, inputs in _list_counted(line):
                    told = Counted(f"assessment/{row.pk}#{subject['code']}", title, line["name"], inputs)
                    counts[key].append(told)
    return counts


def score_nodes(address: str, counts: Counts, inputs: frozenset[str] = frozenset()) -> list[Node]:
    """Scores that count something.

    Args:
        address: Of it.
        counts: From `count_scored`.
        inputs: Behind the standing in force, so that a score of other figures is told to be one.
    """
    return [
        Node(
            "score", told.score, told.title, "counted in" if told.inputs == inputs else "counted with other figures",
            (("line", told.line),),
        )
        for told in counts.get(address, ())
    ]  # fmt: skip


def _list_counted(line: dict[str, Any]) -> list[tuple[str, frozenset[str]]]:
    targets = [(point["target_id"], frozenset(point["standing"]["inputs"])) for point in line["next"]]
    return targets + [(lapse["address"], frozenset()) for lapse in line.get("lapses", ())]


def _short(run: str, one: Ranked) -> Node:
    return Node("score", f"{run}#{one.score.subject.code}", _title(one), "scored")


def _title(one: Ranked) -> str:
    score = one.score
    if score.points is None:
        return f"{score.subject.name}: no score, {score.refusal}"
    return f"{score.subject.name}: {score.points} ({score.low}–{score.high}), rank {one.rank}"


def _line_node(line: ScoreLine) -> Node:
    facts = (("low", str(line.low)), ("high", str(line.high)), ("rule line", str(line.rule_line)))
    below = (*(_point_node(point) for point in line.next), *(_lapse_node(lapse) for lapse in line.lapses))
    return Node("line", line.rule, f"{line.name or line.kind}: {line.points}", str(line.kind), facts, below)


def _point_node(point: PointLine) -> Node:
    standing = point.standing
    facts = [("why", str(point.why)), ("weight", str(point.weight or "")), ("share", str(point.share or ""))]
    facts += [("points", str(point.points)), ("rule", point.rule), ("objection", point.source), ("note", point.note)]
    try:
        row, _, _ = find_target(point.target_id)
        below = [entry_node(row)]
    except UnknownAddressError:
        below = []  # the plan has a newer version without this promise
    if standing.latest is not None:
        below.append(value_node(standing.latest, "latest"))
    title = f"{point.name}: {standing.klass}, as of {standing.as_of}"
    return Node("standing", point.target_id, title, "target", tuple((n, t) for n, t in facts if t), tuple(below))


def _lapse_node(lapse: Lapse) -> Node:
    facts = (("due", lapse.due_on.isoformat()), ("done", "not done" if lapse.done_on is None else str(lapse.done_on)))
    return Node("lapse", lapse.address, f"{lapse.name}: {lapse.days} working days late", str(lapse.kind), facts)
