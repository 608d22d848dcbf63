"""The rules of an assessment 考核 from their text.

In: the text of a file, one rule set. Out: the rule set, or what is wrong with it. A rule set is used whole or not at
all: half of it would give other scores without anybody seeing why. Left out on purpose: whether the indicators that
it names exist, which changes with the packs.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.score import AbsenceRule, Basis, LapseKind, RuleSet, ScoreItem, ScoreTrigger, SubjectKind
from lantu.core.standing import Class, Reason
from lantu.packs.lines import NotYamlError, read_items
from lantu.packs.schema_check import check_schema
from lantu.packs.yaml_values import ExactLoader, read_exactly

HINT = "compare with packs/schemas/scores.schema.json, which has examples"
TRIGGERS = ("vetoes", "deductions", "bonuses")
Lines = dict[str, tuple[int, ...]]


def read_score_rules(text: str, name: str) -> tuple[RuleSet | None, tuple[Diagnostic, ...]]:
    """The rule set that a file states.

    Args:
        text: Of the file.
        name: Of the file, for messages.

    Returns:
        None where anything is wrong, and what that is.
    """
    try:
        fields = read_exactly(text)
        lines = {
            key: tuple(item.line for item in read_items(text, key, ExactLoader) or ())
            for key in ("items", "absences", *TRIGGERS)
        }
    except NotYamlError as error:
        return None, (_problem(str(error), name, error.line),)
    found = check_schema(fields, "scores", name)
    if not found:
        found = [_problem(message, name, line) for message, line in _find_misfits(fields, lines)]
    return (None, tuple(found)) if found else (_build_rules(fields, lines), ())


def _find_misfits(fields: dict[str, Any], lines: Lines) -> Iterator[tuple[str, int]]:
    """What no schema can say: sums, codes that stand twice, days."""
    weights = sum((item["weight"] for item in fields["items"]), Decimal(0))
    if weights != fields["full"]:
        yield f"the weights add up to {weights}, full marks are {fields['full']}", lines["items"][0]
    for key in ("items", *TRIGGERS):
        codes = [item["code"] for item in fields.get(key, ())]
        yield from (
            (f"the code {code} stands twice in {key}", line)
            for n, (code, line) in enumerate(zip(codes, lines[key], strict=True))
            if code in codes[:n]
        )
    reasons = [item["reason"] for item in fields["absences"]]
    if "other" not in reasons:
        yield "absences says nothing of other reasons (reason: other)", lines["absences"][0]
    yield from (
        (f"the reason {reason} stands twice in absences", line)
        for n, (reason, line) in enumerate(zip(reasons, lines["absences"], strict=True))
        if reason in reasons[:n]
    )
    yield from _find_wrong_days(fields)


def _find_wrong_days(fields: dict[str, Any]) -> Iterator[tuple[str, int]]:
    days = []
    for key in ("from", "to"):
        try:
            days.append(date.fromisoformat(fields[key]) if key in fields else date.max)
        except ValueError:
            yield f"{key}: {fields[key]} is no day", 0
    if days == sorted(days, reverse=True) and len(set(days)) > 1:
        yield "it ends before it begins", 0


def _build_rules(fields: dict[str, Any], lines: Lines) -> RuleSet:
    return RuleSet(
        code=fields["code"],
        version=fields["version"],
        name=fields["name"],
        name_en=fields["name_en"],
        source=fields["source"],
        subject=SubjectKind(fields["subject"]),
        begins_on=date.fromisoformat(fields["from"]),
        ends_on=date.fromisoformat(fields["to"]) if "to" in fields else None,
        full=fields["full"],
        digits=int(fields["digits"]),
        line_digits=int(fields["line_digits"]),
        least_judged=fields["least_judged"],
        preliminary=fields["uncertainty"]["preliminary"],
        bands=tuple(fields["uncertainty"]["bands"]),
        items=tuple(map(_build_item, fields["items"], lines["items"])),
        classes=tuple((Class(klass), share) for klass, share in fields["classes"].items()),
        absences=tuple(map(_build_absence, fields["absences"], lines["absences"])),
        vetoes=_build_triggers(fields, lines, "vetoes"),
        deductions=_build_triggers(fields, lines, "deductions"),
        bonuses=_build_triggers(fields, lines, "bonuses"),
        objection_days=int(fields["objection_days"]) if "objection_days" in fields else None,
    )


def _build_item(fields: dict[str, Any], line: int) -> ScoreItem:
    return ScoreItem(
        code=fields["code"],
        name=fields["name"],
        name_en=fields["name_en"],
        weight=fields["weight"],
        basis=Basis(fields["by"]),
        line=line,
        binding=fields.get("binding"),
        indicators=tuple(fields.get("indicators", ())),
        weights=tuple(fields.get("weights", {}).items()),
    )


def _build_absence(fields: dict[str, Any], line: int) -> AbsenceRule:
    told = fields["share"]
    is_left_out = told == "leave_out"
    reason = Reason.NONE if fields["reason"] == "other" else Reason(fields["reason"])
    return AbsenceRule(reason, is_left_out, Decimal(0) if is_left_out else told, line)


def _build_triggers(fields: dict[str, Any], lines: Lines, key: str) -> tuple[ScoreTrigger, ...]:
    return tuple(
        ScoreTrigger(
            code=item["code"],
            name=item["name"],
            name_en=item["name_en"],
            line=line,
            classes=tuple(Class(klass) for klass in item.get("classes", ())),
            most=item["limit"] if key == "vetoes" else item["most"],
            each=item.get("each", Decimal(0)),
            reasons=tuple(Reason(reason) for reason in item.get("reasons", ())),
            binding=item.get("binding"),
            lapse=LapseKind(item["lapse"]) if "lapse" in item else None,
            days=int(item.get("days", 1)),
        )
        for item, line in zip(fields.get(key, ()), lines[key], strict=True)
    )


def _problem(message: str, name: str, line: int) -> Diagnostic:
    return Diagnostic("P045", Severity.ERROR, message, HINT, cell=Cell(name, line))
