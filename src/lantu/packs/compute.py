"""An indicator of a pack, computed on a plain table.

In: a table of text, a pack, its functions, the present hour. Out: one result for
each row, or for each group of rows, and diagnostics. Left out on purpose: the
registry and the lake; the same formulas answer there.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.packs.pack import Formula, Pack, PackIndicator
from lantu.packs.row_checks import check_rows
from lantu.packs.row_input import ReadTable, SourceTable, read_table
from lantu.packs.rows import FormulaFunction, InputRow, Outcome, make_absent
from lantu.packs.rulebook import NotInForceError
from lantu.packs.series_checks import check_series


@dataclass(frozen=True, slots=True)
class Result:
    """One answer.

    Attributes:
        rows: Numbers of the rows it is about, counted from 0.
        keys: What the rows of a group share, by name.
        outcome: Value and parts.
        diagnostics: Of the rows and of the formula, with file, row and column.
    """

    rows: tuple[int, ...]
    keys: tuple[tuple[str, str], ...]
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Computed:
    """All answers for one table.

    Attributes:
        results: In the order of the rows.
        diagnostics: About the file as a whole.
        rows: How many rows were read.
        flagged: How many rows have a warning or an error.
        counts: How often each code was given.
    """

    results: tuple[Result, ...]
    diagnostics: tuple[Diagnostic, ...]
    rows: int
    flagged: int
    counts: Mapping[str, int]


def compute_table(
    table: SourceTable,
    pack: Pack,
    indicator: PackIndicator,
    functions: Mapping[str, FormulaFunction],
    now: datetime,
    default_day: date | None = None,
) -> Computed:
    """An indicator on a table.

    Args:
        table: Text.
        pack: With the settings that hold.
        indicator: One that has a formula.
        functions: Those of the pack's formulas.py, by name.
        now: The present, in the civil time of the data.
        default_day: For rows that state no day.

    Raises:
        ValueError: If the indicator has no formula.
        KeyError: If the pack's functions do not hold the formula.
    """
    formula = indicator.formula
    if formula is None:
        raise ValueError(f"{indicator.definition.code} is reported, not computed")
    function = functions[formula.function]
    found = check_series(table, check_rows(table, read_table(table, pack, indicator, default_day), pack, now), pack)
    missing = _check_columns(formula, found, pack, table.file)
    ask = _bind(function, formula, pack)
    make = _compute_rows if formula.takes == "row" else _compute_groups
    results = make(table, found, formula, ask)
    said = [d for result in results for d in result.diagnostics]
    flagged = {n for n, ds in found.remarks.items() if any(d.severity is not Severity.INFO for d in ds)}
    counts = Counter(d.code for d in (*found.diagnostics, *missing, *said))
    return Computed(
        results, (*found.diagnostics, *missing), len(found.rows), len(flagged), dict(sorted(counts.items()))
    )


def _check_columns(formula: Formula, found: ReadTable, pack: Pack, file: str) -> tuple[Diagnostic, ...]:
    missing = [name for name in formula.needs if name not in found.columns]
    if not missing:
        return ()
    inputs = [known for name in missing if (known := pack.find_input(name))]
    wanted = ", ".join(f"{i.columns[0]} ({i.unit})" if i.unit else i.columns[0] for i in inputs)
    severity = Severity.ERROR if len(missing) == len(formula.needs) else Severity.WARNING
    hint = "name the columns so, or as `needs` in pack.yml says"
    return (Diagnostic("P020", severity, f"no column for {wanted}", hint, cell=Cell(file, 1)),)


def _bind(function: FormulaFunction, formula: Formula, pack: Pack) -> Callable[[Any], Outcome]:
    arguments = dict(formula.arguments)

    def ask(given: InputRow | tuple[InputRow, ...]) -> Outcome:
        try:
            return function(given, pack.rules, **arguments)
        except NotInForceError as error:
            return make_absent("P029", str(error), "give the rows the day they are about, or give it with --on")

    return ask


def _compute_rows(
    table: SourceTable, found: ReadTable, formula: Formula, ask: Callable[[Any], Outcome]
) -> tuple[Result, ...]:
    results = []
    for row in found.rows:
        blank = [name for name in formula.needs if row.amount(name) is None and not row.words.get(name)]
        cell = Cell(table.file, table.rows[row.number].number)
        said = list(found.remarks.get(row.number, ()))
        if formula.needs and len(blank) == len(formula.needs):
            outcome = make_absent(
                "P030", "the row has no figure to compute from", "nothing to do where nothing was measured"
            )
        else:
            outcome = ask(row)
            unsaid = [found.columns[n].heading for n in blank if n in found.columns and not _is_told(said, found, n)]
            if unsaid:
                message = f"no figure for {', '.join(unsaid)}; computed from the others"
                said.append(Diagnostic("P030", Severity.INFO, message, "nothing to do where nothing was measured"))
        said += outcome.diagnostics
        results.append(Result((row.number,), (), outcome, tuple(replace(d, cell=d.cell or cell) for d in said)))
    return tuple(results)


def _is_told(said: Sequence[Diagnostic], found: ReadTable, name: str) -> bool:
    heading = found.columns[name].heading
    return any(d.cell is not None and d.cell.column == heading for d in said)


def _compute_groups(
    table: SourceTable, found: ReadTable, formula: Formula, ask: Callable[[Any], Outcome]
) -> tuple[Result, ...]:
    groups: dict[tuple[tuple[str, str], ...], list[InputRow]] = {}
    for row in found.rows:
        groups.setdefault(tuple((key, read_key(row, key)) for key in formula.group_by), []).append(row)
    results = []
    for keys, rows in groups.items():
        outcome = ask(tuple(rows))
        about = " ".join(f"{key}={text}" for key, text in keys if text)
        said = [d for row in rows for d in found.remarks.get(row.number, ())]
        said += [replace(d, cell=d.cell or Cell(table.file), about=d.about or about) for d in outcome.diagnostics]
        results.append(Result(tuple(row.number for row in rows), keys, outcome, tuple(said)))
    return tuple(results)


def read_key(row: InputRow, key: str) -> str:
    """What a row has for a key of a group: a word, or a stretch of time; "" where it states none."""
    if key == "hour_ending_day":
        return row.hour_ending_day.isoformat() if row.hour_ending_day else ""
    if key in ("year", "month", "day"):
        length = {"year": 4, "month": 7, "day": 10}[key]
        return row.day.isoformat()[:length] if row.day else ""
    return row.words.get(key, "")
