"""Results as plain values for JSON.

In: what `compute` found. Out: dictionaries, with figures as JSON numbers where
those are exact. Left out on purpose: printing.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lantu.core.absence import Absence
from lantu.core.diagnostic import Diagnostic
from lantu.packs.compute import Computed, Result


def computed_to_json(computed: Computed, indicator: str) -> dict[str, Any]:
    """All answers, the remarks on the file, and a summary."""
    results = [result_to_json(result) for result in computed.results]
    return {
        "indicator": indicator,
        "results": results,
        "diagnostics": [diagnostic_to_json(d) for d in computed.diagnostics],
        "summary": {
            "rows": computed.rows,
            "results": len(results),
            "with_value": sum(result["value"] is not None for result in results),
            "flagged_rows": computed.flagged,
            "codes": dict(computed.counts),
        },
    }


def result_to_json(result: Result) -> dict[str, Any]:
    """One answer: row, value, parts, diagnostics; for a group the keys and all its rows."""
    answer: dict[str, Any] = {"row": result.rows[0]}
    if len(result.rows) > 1 or result.keys:
        answer |= {"rows": list(result.rows), "group": dict(result.keys)}
    answer["value"] = value_to_json(result.outcome.value)
    answer |= {name: value_to_json(part) for name, part in result.outcome.parts.items()}
    answer["diagnostics"] = [diagnostic_to_json(d) for d in result.diagnostics]
    return answer


def value_to_json(value: Any) -> Any:
    """A figure as a number where JSON's numbers hold it exactly, else as text; an absence as null."""
    if isinstance(value, Absence):
        return None
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        near = float(value)
        return near if Decimal(repr(near)) == value else str(value)
    if isinstance(value, Mapping):
        return {str(key): value_to_json(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [value_to_json(part) for part in value]
    return value


def diagnostic_to_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic with its place."""
    told = {"code": diagnostic.code, "severity": str(diagnostic.severity), "message": diagnostic.message}
    told["hint"] = diagnostic.hint
    if diagnostic.cell is not None:
        place: dict[str, Any] = {"file": diagnostic.cell.file, "line": diagnostic.cell.row}
        return told | place | {"column": diagnostic.cell.column}
    return told
