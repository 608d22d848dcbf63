"""A pack as a whole: formulas that exist and name their source, rules in order, honest marks.

In: a pack and the text of its formulas.py. Out: diagnostics only. Left out on
purpose: running a formula; the text is parsed, never executed.
"""

import ast
from collections.abc import Mapping
from itertools import pairwise

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.place import LEVELS
from lantu.packs.pack import Pack
from lantu.packs.rulebook import Edition
from lantu.packs.schema_check import read_schema

GROUP_KEYS = ("year", "month", "day", "hour_ending_day")


def check_soundness(pack: Pack, formulas: str) -> list[Diagnostic]:
    """All that is doubtful about a pack whose files fit their schemas."""
    diagnostics = _check_formulas(pack, formulas)
    for name, editions in pack.rules.editions.items():
        diagnostics += _check_editions(name, editions)
    for setting in pack.rules.settings.values():
        if setting.value not in setting.choices:
            message = f"the default of {setting.name} is {setting.value}, which is not among its choices"
            diagnostics.append(_doubt("P014", message, "make the default one of the choices", "rules.yml"))
    groups = {*LEVELS, *(found.name for found in pack.inputs if found.kind == "place")}
    for step in pack.steps:
        if strange := [level for level in step.levels if level not in groups]:
            message = f"the step {step.name} is for {', '.join(strange)}, which is no level of places and no group of the pack"
            hint = "correct the level, or name the group in pack.yml under needs with kind: place"
            diagnostics.append(_doubt("P016", message, hint, "indicators.yml"))
    made = {(step.name, item) for step in pack.steps for item in step.cell_items}
    for indicator in pack.indicators:
        for cells in indicator.measured:
            if (cells.step, cells.item) not in made:
                message = f"{indicator.definition.code} is {cells.item} of the step {cells.step}, which the pack does not make"
                hint = "correct step or item under `measured`"
                diagnostics.append(_doubt("P016", message, hint, "indicators.yml"))
    for case in pack.cases:
        if pack.find_indicator(case.indicator) is None:
            message = f"the case “{case.sentence}” is about {case.indicator}, which the pack does not define"
            hint = "correct the code, or define the indicator"
            diagnostics.append(_doubt("P016", message, hint, case.file, case.line))
    return diagnostics + _check_quality(pack)


def _doubt(code: str, message: str, hint: str, file: str, line: int = 0) -> Diagnostic:
    # An unmarked quality or an unnamed source is bad manners; the figures are still right.
    severity = Severity.WARNING if code in ("P012", "P015") else Severity.ERROR
    return Diagnostic(code, severity, message, hint, cell=Cell(file, line))


def find_functions(text: str) -> Mapping[str, str]:
    """The functions of a formulas.py with their docstrings.

    Raises:
        SyntaxError: If it is not Python.
    """
    tree = ast.parse(text)
    return {node.name: ast.get_docstring(node) or "" for node in tree.body if isinstance(node, ast.FunctionDef)}


def _check_formulas(pack: Pack, text: str) -> list[Diagnostic]:
    try:
        functions = find_functions(text)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        return [_doubt("P011", f"formulas.py is not Python: {error}", "correct the line", "formulas.py", line)]
    diagnostics = []
    known = {found.name for found in pack.inputs}
    for indicator in pack.indicators:
        formula, code = indicator.formula, indicator.definition.code
        if formula is None:
            continue
        if formula.function not in functions:
            message = f"{code} is computed by {formula.function}, which formulas.py does not hold"
            diagnostics.append(_doubt("P011", message, "write the function, or correct its name", "indicators.yml"))
        elif "Source:" not in functions[formula.function]:
            message = f"{formula.function} does not say where it comes from"
            hint = "add `Source:` with standard, clause and date in force to its docstring"
            diagnostics.append(_doubt("P012", message, hint, "formulas.py"))
        strange = [i for i in formula.inputs if i not in known]
        strange += [key for key in formula.group_by if key not in known and key not in GROUP_KEYS]
        if strange:
            message = f"{code} reads {', '.join(strange)}, which pack.yml does not name under needs"
            diagnostics.append(_doubt("P016", message, "add the input to pack.yml, or correct it", "indicators.yml"))
    return diagnostics


def _check_editions(name: str, editions: tuple[Edition, ...]) -> list[Diagnostic]:
    diagnostics = []
    for edition in editions:
        if edition.ends_on is not None and edition.ends_on < edition.begins_on:
            message = f"{name}, {edition.name} ends before it begins"
            diagnostics.append(_doubt("P014", message, "correct from or to", "rules.yml"))
    for first, second in pairwise(editions):
        if first.ends_on is None or first.ends_on >= second.begins_on:
            message = f"{name}: {first.name} still holds when {second.name} begins"
            hint = "end the older edition the day before the newer begins"
            diagnostics.append(_doubt("P014", message, hint, "rules.yml"))
    return diagnostics


def _check_quality(pack: Pack) -> list[Diagnostic]:
    """Every rule of quality has its mark, and a mark that can be checked is checked."""
    schema = read_schema("quality")
    rules = schema["properties"]["quality"]["items"]["properties"]["rule"]["enum"]
    marks = {mark.rule: mark.status for mark in pack.quality}
    diagnostics = []
    silent = [rule for rule in rules if rule not in marks]
    if silent and pack.quality:
        message = f"quality.yml says nothing of {', '.join(silent)}"
        diagnostics.append(_doubt("P015", message, "add each with done, todo or exempt", "quality.yml"))
    if marks.get("cases") == "done":
        proved = {case.indicator for case in pack.cases}
        bare = [i.definition.code for i in pack.indicators if i.formula and i.definition.code not in proved]
        if bare:
            message = f"quality.yml says cases: done, but there is none for {', '.join(bare)}"
            diagnostics.append(_doubt("P015", message, "write a case, or mark it todo", "quality.yml"))
    return diagnostics
