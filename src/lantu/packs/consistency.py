"""Definitions among themselves: names that lead to two, formulas that lead nowhere.

In: all definitions of an instance. Out: diagnostics only. Left out on purpose:
mending; a definition with a doubtful formula is kept and can still be reported.
"""

from collections.abc import Iterable, Mapping

from lantu.core.catalogue import fold_name
from lantu.core.definition import Definition
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.quantity import parse_unit


def check_definitions(definitions: Iterable[Definition], name: str, lines: Mapping[str, int]) -> list[Diagnostic]:
    """What is doubtful about the definitions of one file among all that are known.

    Args:
        definitions: All of the instance, those of the file among them.
        name: Of the file.
        lines: Line by code, for the definitions of the file; only these are spoken of.
    """
    known = {definition.code: definition for definition in definitions}
    diagnostics = _check_names(known, name, lines)
    for code, line in lines.items():
        diagnostics += _check_links(known[code], known, Cell(name, line))
    return diagnostics


def _check_names(known: Mapping[str, Definition], name: str, lines: Mapping[str, int]) -> list[Diagnostic]:
    owners: dict[str, str] = {}
    diagnostics = []
    for definition in known.values():
        for word in dict.fromkeys(fold_name(n) for n in (definition.name, *definition.aliases)):
            first = owners.setdefault(word, definition.code)
            if first != definition.code and definition.code in lines:
                message = f"“{word}” names both {first} and {definition.code}"
                hint = "keep the name with one of them and write the other with its scope"
                cell = Cell(name, lines[definition.code], "aliases")
                diagnostics.append(Diagnostic("P005", Severity.WARNING, message, hint, cell=cell))
    return diagnostics


def _check_links(definition: Definition, known: Mapping[str, Definition], cell: Cell) -> list[Diagnostic]:
    diagnostics = []
    if definition.growth_of and definition.growth_of not in known:
        message = f"{definition.code} is the growth of {definition.growth_of}, which is unknown"
        hint = "define that indicator or correct its code"
        diagnostics.append(Diagnostic("P007", Severity.WARNING, message, hint, cell=cell))
    if definition.ratio is None:
        return diagnostics
    parts = (definition.ratio.numerator, definition.ratio.denominator)
    missing = [code for code in parts if code not in known]
    if missing:
        message = f"the formula of {definition.code} names {', '.join(missing)}, unknown here"
        hint = "define the indicators named or correct their codes"
        diagnostics.append(Diagnostic("P006", Severity.WARNING, message, hint, cell=cell))
    elif not _gives_unit(definition.unit, known[parts[0]].unit, known[parts[1]].unit):
        message = f"{known[parts[0]].unit} over {known[parts[1]].unit} does not give {definition.unit}"
        hint = "correct the unit, the formula or `per`"
        diagnostics.append(Diagnostic("P008", Severity.WARNING, message, hint, cell=cell))
    return diagnostics


def _gives_unit(unit: str, numerator: str, denominator: str) -> bool:
    wanted, over, under = parse_unit(unit), parse_unit(numerator), parse_unit(denominator)
    if wanted.dimension == f"{over.dimension}/{under.dimension}":
        return True
    if over.dimension == under.dimension:
        return wanted.dimension in ("ratio", "number", over.dimension)
    # per head, per thousand people: the unit names the numerator alone
    return wanted.dimension == over.dimension
