"""Indicator files: YAML text into definitions.

In: the text of one file and its name. Out: the definitions that can be used,
and a diagnostic with its line for each that cannot or that needs a look.
Left out on purpose: opening the file, and the rules that fix thresholds.
"""

import json
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from lantu.core.definition import Definition, Direction, Kind, Ratio
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.packs.consistency import check_definitions
from lantu.packs.lines import Item, NotYamlError, read_items


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    # Part of the program, like its code: the schema is packaged with it.
    text = files("lantu.packs").joinpath("schemas/indicators.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


def read_definitions(
    text: str, name: str, *, known: Iterable[Definition] = ()
) -> tuple[tuple[Definition, ...], tuple[Diagnostic, ...]]:
    """The definitions of one indicator file.

    Args:
        text: YAML: a list of indicators, or a mapping with the list under ``indicators``.
        name: Of the file, for diagnostics.
        known: Definitions of other packs that formulas may speak of.

    Returns:
        Definitions in the file's order and diagnostics.
    """
    try:
        items = read_items(text, "indicators")
    except NotYamlError as error:
        hint = "correct the line; every value is written out, without & and *"
        return (), (_problem("P001", name, error.line, f"not YAML: {error}", hint),)
    if not items:
        hint = "write a list of indicators, or a key `indicators` with one"
        return (), (_problem("P002", name, 0, "the file holds no indicators", hint),)
    return _collect(items, name, tuple(known))


def _collect(
    items: tuple[Item, ...], name: str, known: tuple[Definition, ...]
) -> tuple[tuple[Definition, ...], tuple[Diagnostic, ...]]:
    kept: dict[str, Definition] = {}
    lines: dict[str, int] = {}
    diagnostics: list[Diagnostic] = []
    taken = {definition.code for definition in known}
    for item in items:
        wrong = _schema_problems(item, name)
        diagnostics += wrong
        if wrong:
            continue
        definition = build_definition(item.value)
        if definition.code in kept or definition.code in taken:
            message = f"the code {definition.code} is used a second time"
            hint = "give this indicator another code; it was left out"
            diagnostics.append(_problem("P004", name, item.line, message, hint))
            continue
        kept[definition.code], lines[definition.code] = definition, item.line
    definitions = tuple(kept.values())
    diagnostics += check_definitions((*known, *definitions), name, lines)
    return definitions, tuple(diagnostics)


def _schema_problems(item: Item, name: str) -> list[Diagnostic]:
    problems = []
    for error in sorted(_validator().iter_errors(item.value), key=lambda e: str(e.path)):
        where = ".".join(str(part) for part in error.absolute_path)
        hint = str(error.schema.get("description", "")) if isinstance(error.schema, dict) else ""
        message = f"{where}: {error.message}" if where else error.message
        problems.append(_problem("P003", name, item.line, message, hint, where))
    return problems


def build_definition(fields: dict[str, Any]) -> Definition:
    """A definition from fields that fit the schema."""
    ratio = fields.get("ratio")
    return Definition(
        code=fields["code"],
        name=fields["name"],
        unit=fields["unit"],
        direction=Direction(fields["direction"]),
        kind=Kind(fields["kind"]),
        name_en=fields.get("name_en", ""),
        aliases=tuple(fields.get("aliases", ())),
        grain=fields.get("grain", "year"),
        ratio=_build_ratio(ratio) if ratio else None,
        meaning=fields.get("meaning", ""),
        source=fields.get("source", ""),
        owner=fields.get("owner", ""),
        is_owner_guessed=fields.get("owner_is_guess", False),
        price_basis=fields.get("price_basis", ""),
        decimals=fields.get("decimals", 2),
        growth_of=fields.get("growth_of", ""),
        measured_by=fields.get("measured_by", ""),
    )


def _build_ratio(fields: dict[str, Any]) -> Ratio:
    return Ratio(fields["numerator"], fields["denominator"], Decimal(fields.get("per", 1)))


def _problem(code: str, name: str, line: int, message: str, hint: str, column: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, hint, cell=Cell(name, line, column))
