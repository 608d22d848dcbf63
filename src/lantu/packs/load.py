"""The files of a pack's folder into a pack.

In: file names and texts. Out: the pack with all that can be used, and diagnostics
with file and line. Left out on purpose: finding folders and running formulas.py,
which `run` does; here its text is only looked at.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lantu.core.definition import Definition
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.step import Measured
from lantu.packs.definitions import read_definitions
from lantu.packs.lines import NotYamlError, read_items
from lantu.packs.pack import PART_FILES, Formula, Input, Pack, PackIndicator, QualityMark, WorkedCase
from lantu.packs.rulebook import Edition, RuleBook, Setting
from lantu.packs.schema_check import check_schema
from lantu.packs.soundness import check_soundness
from lantu.packs.steps import read_steps
from lantu.packs.yaml_values import ExactLoader, read_exactly


def read_pack(files: Mapping[str, str], chosen: Mapping[str, str] | None = None) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """A pack from the texts of its files.

    Args:
        files: By path inside the folder: "pack.yml", "cases/hourly.yml".
        chosen: Settings that differ from the default; those that the pack has not, or that may not be so, are passed over.

    Returns:
        The pack, without the parts that could not be used, and diagnostics.
    """
    diagnostics = [_miss(name) for name in PART_FILES if name not in files]
    values: dict[str, Any] = {}
    for part in ("pack", "rules", "words", "quality"):
        values[part] = _read_values(files, part, diagnostics)
    fields = values["pack"]
    pack = Pack(
        name=fields.get("name", ""),
        title=fields.get("title", ""),
        title_en=fields.get("title_en", ""),
        licence=fields.get("licence", ""),
        owners=tuple(fields.get("owners", ())),
        sources=tuple(fields.get("sources", ())),
        inputs=tuple(_build_input(item) for item in fields.get("needs", ())),
        indicators=_read_indicators(files, fields.get("name", ""), diagnostics),
        rules=_choose_known(_build_rules(values["rules"]), chosen or {}),
        words={
            (item["key"], language): item[language]
            for item in values["words"].get("words", ())
            for language in ("zh", "en")
        },
        quality=tuple(
            QualityMark(item["rule"], item["status"], item.get("comment", ""))
            for item in values["quality"].get("quality", ())
        ),
        cases=_read_cases(files, diagnostics),
    )
    steps, problems = read_steps(files.get("indicators.yml", ""), "indicators.yml", pack.name, pack.rules)
    diagnostics += problems
    pack = replace(pack, steps=steps)
    diagnostics += check_soundness(pack, files.get("formulas.py", ""))
    return pack, tuple(diagnostics)


def _miss(name: str) -> Diagnostic:
    hint = f"every pack holds {', '.join(PART_FILES)} and cases/*.yml"
    return Diagnostic("P009", Severity.ERROR, f"the pack has no {name}", hint, cell=Cell(name))


def _read_values(files: Mapping[str, str], part: str, diagnostics: list[Diagnostic]) -> dict[str, Any]:
    """The values of one file; empty where it cannot be used, which the diagnostics say."""
    name = f"{part}.yml"
    if name not in files:
        return {}
    try:
        value = read_exactly(files[name])
    except NotYamlError as error:
        diagnostics.append(_say_not_yaml(name, error))
        return {}
    problems = check_schema(value, part, name)
    if part == "rules" and not problems:
        problems = _check_dates(value, name)
    diagnostics += problems
    return {} if problems else value


def _say_not_yaml(name: str, error: NotYamlError) -> Diagnostic:
    hint = "correct the line; every value is written out, without & and *"
    return Diagnostic("P001", Severity.ERROR, f"not YAML: {error}", hint, cell=Cell(name, error.line))


def _check_dates(value: dict[str, Any], name: str) -> list[Diagnostic]:
    problems = []
    for rule in value["rules"]:
        for edition in rule["editions"]:
            for key in ("from", "to"):
                try:
                    date.fromisoformat(edition.get(key, "2000-01-01"))
                except ValueError:
                    message = f"{rule['name']}, {edition['edition']}: {edition[key]} is no day of the calendar"
                    cell = Cell(name, 0, key)
                    problems.append(Diagnostic("P010", Severity.ERROR, message, "write a day as 2026-03-01", cell=cell))
    return problems


def _build_input(item: dict[str, Any]) -> Input:
    return Input(item["name"], item["kind"], item.get("unit", ""), tuple(item["columns"]))


def _build_rules(value: dict[str, Any]) -> RuleBook:
    editions = {rule["name"]: tuple(_build_edition(e) for e in rule["editions"]) for rule in value.get("rules", ())}
    settings = {
        s["name"]: Setting(s["name"], s["default"], tuple(s["choices"]), s["source"]) for s in value.get("settings", ())
    }
    return RuleBook(editions, settings)


def _choose_known(rules: RuleBook, chosen: Mapping[str, str]) -> RuleBook:
    return rules.choose(
        {n: word for n, word in chosen.items() if n in rules.settings and word in rules.settings[n].choices}
    )


def _build_edition(item: dict[str, Any]) -> Edition:
    ends = date.fromisoformat(item["to"]) if "to" in item else None
    return Edition(item["edition"], date.fromisoformat(item["from"]), ends, item["source"], _freeze(item["values"]))


def _freeze(value: Any) -> Any:
    """The same values with lists as tuples: rules do not change while they are used."""
    if isinstance(value, dict):
        return {key: _freeze(part) for key, part in value.items()}
    return tuple(_freeze(part) for part in value) if isinstance(value, list) else value


def _read_indicators(
    files: Mapping[str, str], pack_name: str, diagnostics: list[Diagnostic]
) -> tuple[PackIndicator, ...]:
    name = "indicators.yml"
    if name not in files:
        return ()
    definitions, problems = read_definitions(files[name], name)
    diagnostics += problems
    if not definitions:
        return ()
    items = read_items(files[name], "indicators") or ()
    fields = {item.value["code"]: item.value for item in items if "code" in item.value}
    return tuple(_build_indicator(replace(d, pack=pack_name), fields[d.code]) for d in definitions)


def _build_indicator(definition: Definition, fields: dict[str, Any]) -> PackIndicator:
    formula = fields.get("formula")
    return PackIndicator(
        definition,
        _build_formula(formula) if formula else None,
        tuple(Measured(cells["step"], cells["item"]) for cells in fields.get("measured", ())),
    )


def _build_formula(fields: dict[str, Any]) -> Formula:
    return Formula(
        function=fields["function"],
        takes=fields["takes"],
        group_by=tuple(fields.get("group_by", ())),
        needs=tuple(fields["needs"]),
        uses=tuple(fields.get("uses", ())),
        arguments=tuple(fields.get("arguments", {}).items()),
    )


def _read_cases(files: Mapping[str, str], diagnostics: list[Diagnostic]) -> tuple[WorkedCase, ...]:
    cases: list[WorkedCase] = []
    for name in sorted(name for name in files if name.startswith("cases/") and name.endswith(".yml")):
        try:
            items = read_items(files[name], "cases", ExactLoader) or ()
        except NotYamlError as error:
            diagnostics.append(_say_not_yaml(name, error))
            continue
        for item in items:
            problems = check_schema(item.value, "cases", name, item.line)
            diagnostics += problems
            if not problems:
                cases.append(_build_case(item.value, name, item.line))
    return tuple(cases)


def _build_case(value: dict[str, Any], name: str, line: int) -> WorkedCase:
    rows = tuple({str(k): "" if v is None else str(v) for k, v in row.items()} for row in value["rows"])
    settings = value.get("settings", {})
    return WorkedCase(value["sentence"], value["indicator"], rows, settings, value["answer"], name, line)
