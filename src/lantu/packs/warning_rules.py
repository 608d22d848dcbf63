"""The rules of warnings from their text.

In: the text of a warnings.yml. Out: rules in the order of the file, and diagnostics. Left out on purpose: what the rules decide
(`judge.warnings`), and whether an indicator they name exists, which changes with the packs.
"""

from decimal import Decimal
from typing import Any

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.standing import Class
from lantu.core.warning import Level, Trigger, WarningRule
from lantu.packs.lines import NotYamlError
from lantu.packs.schema_check import check_schema
from lantu.packs.yaml_values import read_exactly


def read_warning_rules(text: str, name: str) -> tuple[tuple[WarningRule, ...], tuple[Diagnostic, ...]]:
    """The rules that a file states; a rule that cannot be used is left out and named.

    Args:
        text: Of the file.
        name: Of the file, for messages.
    """
    try:
        content = read_exactly(text)
    except NotYamlError as error:
        return (), (_problem(str(error), name, error.line),)
    if not isinstance(content, list):
        return (), (_problem("the file does not hold a list of rules", name, 0),)
    rules: dict[str, WarningRule] = {}
    problems: list[Diagnostic] = []
    for number, item in enumerate(content, start=1):
        fields = _name_days(item)
        found = check_schema(fields, "warnings", name, number)
        if not found and fields["code"] in rules:
            found = [_problem(f"the code {fields['code']} stands twice", name, number)]
        if found:
            problems += found
        else:
            rules[fields["code"]] = _build_rule(fields)
    return tuple(rules.values()), tuple(problems)


def _name_days(item: Any) -> Any:
    """Days as text, as JSON has the names of fields."""
    if not isinstance(item, dict) or not isinstance(item.get("levels"), dict):
        return item
    return {**item, "levels": {str(days): level for days, level in item["levels"].items()}}


def _build_rule(fields: dict[str, Any]) -> WarningRule:
    return WarningRule(
        code=fields["code"],
        cause=fields["cause"],
        name=fields["name"],
        name_en=fields["name_en"],
        trigger=Trigger(fields["trigger"]),
        levels=tuple(sorted((int(days), Level(level)) for days, level in fields["levels"].items())),
        classes=tuple(Class(klass) for klass in fields.get("classes", ())),
        binding=fields.get("binding"),
        indicator=fields.get("indicator", ""),
        above=fields.get("above"),
        below=fields.get("below"),
        release=fields.get("release", Decimal(0)),
    )


def _problem(message: str, name: str, line: int) -> Diagnostic:
    hint = "compare with packs/schemas/warnings.schema.json; the other rules hold"
    return Diagnostic("P044", Severity.ERROR, message, hint, cell=Cell(name, line))
