"""Steps of a pack: from YAML to nouns, with the editions of the rules they name.

In: the text of indicators.yml and the pack's rules. Out: the steps that can be used, and a
diagnostic for each that cannot. Left out on purpose: building expressions; `measure` does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.step import OBSERVATIONS, By, Dated, Held, Over, Step
from lantu.packs.lines import Item, NotYamlError, read_items
from lantu.packs.rulebook import Edition, RuleBook
from lantu.packs.schema_check import check_schema
from lantu.packs.yaml_values import ExactLoader, read_exactly

ALWAYS = date(1900, 1, 1)
"""From when a figure of the step's own holds."""

_NEEDED = {
    By.PERCENTILE: ("percent",),
    By.SHARE: ("up_to",),
    By.WINDOWS: ("least_hours", "first", "unless_above"),
    By.INTERPOLATE: ("points",),
    By.CLASSIFY: ("limits",),
    By.OVER_LIMIT: ("limit",),
    By.RATIO: ("per",),
    By.JUDGE: ("up_to", "bands", "words"),
}
"""Rules without which a way means nothing."""

_PARTS = {By.RATIO: ("above", "below"), By.WEIGHTED: ("weight",), By.JUDGE: ("mean",)}


def read_steps(text: str, name: str, pack: str, rules: RuleBook) -> tuple[tuple[Step, ...], tuple[Diagnostic, ...]]:
    """The steps of a pack.

    Args:
        text: Of indicators.yml. `steps` holds the steps, `names` what rules call an item.
        name: Of the file.
        pack: Of the pack.
        rules: Its editions.
    """
    try:
        items = read_items(text, "steps", ExactLoader)
        fields = read_exactly(text) if items else {}
    except NotYamlError:
        return (), ()  # told when the indicators are read
    if not items or not isinstance(fields, Mapping) or "steps" not in fields:
        return (), ()
    names = {str(item): str(word) for item, word in fields.get("names", {}).items()}
    steps: dict[str, Step] = {}
    diagnostics: list[Diagnostic] = []
    for item in items:
        problems = check_schema(_plain(item.value), "steps", name, item.line)
        if not problems:
            try:
                step = _build_step(item.value, pack, rules, names)
                problems = [_doubt(name, item, why) for why in _check_step(step, steps)]
                if not problems:
                    steps[step.name] = step
            except LookupError as error:
                problems = [_doubt(name, item, str(error.args[0]))]
        diagnostics += problems
    return tuple(steps.values()), tuple(diagnostics)


def _plain(value: Any) -> Any:
    """Exact decimals as the numbers a schema knows."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else value


def _doubt(name: str, item: Item, why: str) -> Diagnostic:
    hint = "steps are read from the first on; a step may use those above it"
    return Diagnostic("P043", Severity.ERROR, f"{item.value['name']}: {why}", hint, cell=Cell(name, item.line))


def _build_step(told: Mapping[str, Any], pack: str, rules: RuleBook, names: Mapping[str, str]) -> Step:
    fields = _apply_choices(told, rules)
    items = tuple(fields["items"])
    return Step(
        pack=pack,
        name=fields["name"],
        inputs=tuple(fields["from"]),
        items=items,
        over=Over(fields["over"]),
        by=By(fields["by"]),
        grain=fields["grain"],
        decimals=int(fields["decimals"]),
        into=fields.get("into", ""),
        levels=tuple(fields.get("levels", ())),
        hours=fields.get("hours", "begin"),
        rules={role: resolve_rule(rule, rules, items, names) for role, rule in fields["rules"].items()},
        parts=dict(fields["parts"]),
        source=fields["source"],
    )


def _apply_choices(fields: Mapping[str, Any], rules: RuleBook) -> dict[str, Any]:
    """The step's fields as they are by what is chosen; rules and parts of `instead` stand beside or in place of its own.

    Raises:
        LookupError: If the pack has no such setting or choice, or the step no such rule or part.
    """
    own = {"rules": dict(fields.get("rules", {})), "parts": dict(fields.get("parts", {}))}
    made = {**fields, **own}
    for choice in fields.get("choices", ()):
        setting, word = rules.settings.get(choice["setting"]), choice["is"]
        if setting is None or word not in setting.choices:
            raise LookupError(f"the pack has no setting {choice['setting']} that may be {word}")
        without, instead = choice.get("without", ()), choice.get("instead", {})
        strange = {*without} - {*fields.get("rules", {}), *fields.get("parts", {})}
        if strange:
            raise LookupError(f"it has no rule or part {', '.join(sorted(strange))} to do without")
        if setting.value == word:
            for key in ("rules", "parts"):
                kept = {name: told for name, told in made[key].items() if name not in without}
                made[key] = kept | dict(instead.get(key, {}))
            made |= {key: told for key, told in instead.items() if key not in own}
    return made


def resolve_rule(told: Any, rules: RuleBook, items: Iterable[str], names: Mapping[str, str]) -> Dated:
    """What a step says of a rule, as figures by date and item.

    Raises:
        LookupError: If the pack has no such rule, or the rule no such value in any edition.
    """
    if not isinstance(told, Mapping):
        return Dated("", (Held("", ALWAYS, None, {"": told}),))
    if not rules.has_rule(told["rule"]):
        raise LookupError(f"the pack has no rule {told['rule']}")
    ways = told.get("parts") or {"": told.get("value", "")}
    wanted = tuple(items)
    held = tuple(_hold(edition, ways, wanted, names) for edition in rules.editions[told["rule"]])
    if "or" in told:
        others = (_hold(edition, {"": told["or"]}, wanted, names) for edition in rules.editions[told["rule"]])
        held = tuple(replace(h, values={**other.values, **h.values}) for h, other in zip(held, others, strict=True))
    if not any(h.values for h in held):
        raise LookupError(f"the rule {told['rule']} holds nothing under {', '.join(ways.values())}")
    return Dated(".".join(w for w in (told["rule"], told.get("value", "")) if w), held)


def _hold(edition: Edition, ways: Mapping[str, str], items: tuple[str, ...], names: Mapping[str, str]) -> Held:
    found: dict[str, Any] = {}
    for item in items:
        parts = {part: _by_item(_follow(edition.values, way), item, names) for part, way in ways.items()}
        first = next(iter(parts.values()))
        if first is not None:
            found[item] = first if "" in parts else parts
    return Held(edition.name, edition.begins_on, edition.ends_on, found)


def _follow(values: Any, way: str) -> Any:
    for name in way.split(".") if way else ():
        values = values.get(name) if isinstance(values, Mapping) else None
    return values


def _by_item(value: Any, item: str, names: Mapping[str, str]) -> Any:
    """What a mapping holds for an item, under its own name or the one that rules use; else the value itself."""
    if not isinstance(value, Mapping):
        return value
    return value.get(item, value.get(names.get(item, item)))


def _check_step(step: Step, above: Mapping[str, Step]) -> list[str]:
    """What does not fit within a step, or between it and those it is from."""
    wrong = [f"{step.by} needs the rule {role}" for role in _NEEDED.get(step.by, ()) if role not in step.rules]
    wrong += [f"{step.by} needs the part {part}" for part in _PARTS.get(step.by, ()) if part not in step.parts]
    if step.name in above:
        wrong.append("the name is taken")
    if step.over is Over.PLACES and not step.levels:
        wrong.append("a step over places needs levels")
    if (step.over is Over.ITEMS or step.by is By.WEIGHTED) and not step.into:
        wrong.append("several items become one, so `into` is needed")
    if OBSERVATIONS in step.inputs:
        if not step.is_from_lake or step.over is not Over.TIME:
            wrong.append("observations are brought together over time, and are not mixed with steps")
        return wrong
    missing = [name for name in step.inputs if name not in above]
    if missing:
        return [*wrong, f"no step above is called {', '.join(missing)}"]
    finer = [above[name] for name in step.inputs]
    known = {item for other in finer for item in other.cell_items}
    strange = sorted({*step.items} - known)
    if strange:
        wrong.append(f"{', '.join(strange)} are not items of {', '.join(step.inputs)}")
    if len({(other.grain, other.decimals) for other in finer}) > 1:
        wrong.append("the steps it is from differ in grain or decimals")
    return wrong
