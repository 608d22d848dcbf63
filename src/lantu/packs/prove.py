"""The worked cases of a pack, run.

In: a pack and its functions. Out: a diagnostic for each case whose answer differs.
Left out on purpose: other proofs; tables of official answers are in the tests.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from lantu.core.absence import Absence
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.time import CHINA_TIME
from lantu.packs.compute import Result, compute_table
from lantu.packs.pack import Pack, WorkedCase
from lantu.packs.row_input import SourceRow, SourceTable
from lantu.packs.rows import FormulaFunction

NOW = datetime(2100, 1, 1, tzinfo=CHINA_TIME)
"""Cases are about any day; only a case on the future has to lie beyond this."""


def prove_cases(pack: Pack, functions: Mapping[str, FormulaFunction]) -> tuple[Diagnostic, ...]:
    """What differs, case by case; nothing where all answers are right."""
    return tuple(d for case in pack.cases for d in _prove_case(case, pack, functions))


def _prove_case(case: WorkedCase, pack: Pack, functions: Mapping[str, FormulaFunction]) -> list[Diagnostic]:
    cell = Cell(case.file, case.line)
    indicator = pack.find_indicator(case.indicator)
    try:
        if indicator is None or indicator.formula is None:
            raise ValueError(f"{case.indicator} is not computed by this pack")
        chosen = replace(pack, rules=pack.rules.choose(case.settings))
        computed = compute_table(lay_table(case), chosen, indicator, functions, NOW)
    except (ValueError, KeyError) as error:
        return [_differ(case, f"could not be computed: {error}", cell)]
    found = _say_result(computed.results[0])
    return [
        _differ(case, f"{name} is {found.get(name)!r}, the case says {wanted!r}", cell)
        for name, wanted in case.answer.items()
        if not is_same(found.get(name), wanted)
    ]


def lay_table(case: WorkedCase) -> SourceTable:
    """The rows of a case as a table of text."""
    header = tuple(dict.fromkeys(name for row in case.rows for name in row))
    rows = tuple(
        SourceRow(number, tuple(row.get(name, "") for name in header)) for number, row in enumerate(case.rows, start=2)
    )
    return SourceTable(case.file, header, rows)


def _say_result(result: Result) -> dict[str, Any]:
    codes = sorted({d.code for d in result.diagnostics})
    return {**result.outcome.parts, "value": result.outcome.value, "codes": codes}


def is_same(found: Any, wanted: Any) -> bool:
    """Whether a part is what the case says; null in a case is an absence, and mappings need hold no more than it names."""
    if wanted is None:
        return found is None or isinstance(found, Absence)
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(is_same(found.get(key), wanted[key]) for key in wanted)
    if isinstance(wanted, list):
        return isinstance(found, list | tuple) and len(found) == len(wanted) and all(map(is_same, found, wanted))
    if isinstance(wanted, Decimal) and isinstance(found, int | Decimal):
        return Decimal(found) == wanted
    return bool(found == wanted)


def _differ(case: WorkedCase, message: str, cell: Cell) -> Diagnostic:
    hint = "correct the formula, or the case where the source says so"
    return Diagnostic("P013", Severity.ERROR, f"“{case.sentence}” {message}", hint, cell=cell)
