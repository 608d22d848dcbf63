"""What the checker found as JSON objects, in the form that `lantu check --json` prints.

In: readings, alignments and findings. Out: plain dicts, lists, strings and numbers.
Left out on purpose: writing; the command line does that.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from lantu.check.claims import Claim
from lantu.check.compare import Comparison, say_target
from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import Reading
from lantu.core.finding import Alignment, Evidence, Finding

Json = dict[str, Any]


def check_to_json(
    readings: Sequence[Reading],
    alignments: Iterable[Alignment],
    findings: Iterable[Finding],
    diagnostics: Iterable[Diagnostic] = (),
) -> Json:
    """Everything that a check gives."""
    return {
        "documents": [reading.facts.source for reading in readings],
        "findings": [_finding(finding) for finding in findings],
        "alignments": [_alignment(alignment) for alignment in alignments],
        "diagnostics": [
            {"code": d.code, "severity": d.severity.value, "about": d.about, "message": d.message, "hint": d.hint}
            for d in diagnostics
        ],
    }


def compare_to_json(readings: Sequence[Reading], comparisons: Iterable[Comparison]) -> Json:
    """Two documents target by target."""
    return {
        "documents": [reading.facts.source for reading in readings],
        "targets": [
            {
                "indicator": row.name,
                "year": row.year,
                "first": _claim(row.first),
                "second": _claim(row.second),
                "verdict": row.verdict.value,
                "easier": row.is_easier,
                "reason": row.reason,
            }
            for row in comparisons
        ],
    }


def _claim(claim: Claim | None) -> Json | None:
    if claim is None:
        return None
    return {"start": claim.span.start, "end": claim.span.end, "quote": claim.span.quote, "target": say_target(claim)}


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "type": finding.kind.value,
        "severity": finding.severity.value,
        "title": finding.title,
        "explanation": finding.explanation,
        "computed": {name: round(float(figure), 6) for name, figure in finding.computed},
        "evidence": [{**_place(evidence), "quote": evidence.span.quote} for evidence in finding.evidence],
    }


def _alignment(alignment: Alignment) -> Json:
    return {
        "a": _place(alignment.a),
        "b": _place(alignment.b),
        "relation": alignment.relation.value,
        "reason": alignment.reason,
    }


def _place(evidence: Evidence) -> Json:
    return {"doc": evidence.source, "start": evidence.span.start, "end": evidence.span.end}
