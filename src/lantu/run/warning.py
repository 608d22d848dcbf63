"""The arrow from standings to warnings.

In: standings as of a day and the rules. Out: warnings opened, raised, lowered or closed, each step kept with its figures. The
rules are the built-in ones, or warnings.yml in the instance's folder. Left out on purpose: replay; what was open on a past day
stands in the steps.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from importlib.resources import files

from lantu.core.definition import Definition
from lantu.core.diagnostic import Diagnostic
from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.core.value import Value
from lantu.core.warning import OpenWarning, WarningRule
from lantu.judge.warnings.decide import decide_warnings
from lantu.judge.warnings.facts import Fact, TargetFact, ValueFact
from lantu.packs.warning_rules import read_warning_rules
from lantu.run.clock import read_clock
from lantu.run.messages import tell_warnings
from lantu.store.audit import append_audit
from lantu.store.fetch.warnings import open_warnings, standing_days
from lantu.store.keep.warnings import Subject, keep_moves
from lantu.store.known import known_definitions, known_values
from lantu.store.settings import HOME
from lantu.store.transactions import one_transaction

FILE = "warnings.yml"


def load_rules() -> tuple[tuple[WarningRule, ...], tuple[Diagnostic, ...]]:
    """The rules in force, and what was wrong with their file."""
    own = HOME / FILE
    text = own.read_text("utf-8") if own.is_file() else files("lantu.packs").joinpath(FILE).read_text("utf-8")
    return read_warning_rules(text, FILE)


def warn_all(judged: Iterable[tuple[Target, Standing]], *, by: str, as_of: date) -> int:
    """Open, change and close warnings after judging. Returns how many steps that was.

    Args:
        judged: All targets in force with their standings.
        by: Who asked.
        as_of: The day the standings speak for.
    """
    rules, _ = load_rules()
    facts = [*_list_facts(judged, standing_days(), as_of), *(ValueFact(value) for value in _latest_values(rules))]
    return _move(facts, rules, open_warnings(), by=by, as_of=as_of)


def warn_reached(
    judged: Iterable[tuple[Target, Standing]], series: Collection[tuple[str, str]], *, by: str, as_of: date
) -> int:
    """The same for some targets and some series only; warnings of others stay as they are.

    Args:
        judged: The targets with their standings.
        series: Indicators and places whose values may have changed.
        by: Who asked.
        as_of: The day the standings speak for.
    """
    told, (rules, _) = list(judged), load_rules()
    values = [v for v in _latest_values(rules) if (v.indicator_code, v.place_code) in series]
    days = standing_days([target.id for target, _ in told])
    facts = [*_list_facts(told, days, as_of), *(ValueFact(value) for value in values)]
    subjects = {fact.subject for fact in facts}
    opened = {key: warning for key, warning in open_warnings().items() if key[1] in subjects}
    return _move(facts, rules, opened, by=by, as_of=as_of)


def _list_facts(judged: Iterable[tuple[Target, Standing]], days: Mapping[str, date], as_of: date) -> list[Fact]:
    return [TargetFact(target, standing, days.get(target.id, as_of)) for target, standing in judged]


def _move(
    facts: Sequence[Fact],
    rules: Sequence[WarningRule],
    opened: Mapping[tuple[str, str], OpenWarning],
    *,
    by: str,
    as_of: date,
) -> int:
    """Decide about facts and keep the steps."""
    moves = decide_warnings(facts, rules, opened, as_of)
    if not moves:
        return 0
    definitions = {d.code: d for d in known_definitions()}
    subjects = {fact.subject: _describe(fact, definitions) for fact in facts}
    at = read_clock()
    with one_transaction():
        kept = keep_moves(moves, subjects, {rule.code: rule for rule in rules}, as_of, at)
        if kept:
            append_audit(by, "warnings.moved", "all", at, as_of=as_of.isoformat(), steps=kept)
            tell_warnings(at, as_of)
    return kept


def _latest_values(rules: Iterable[WarningRule]) -> list[Value]:
    """The latest value of each series that a rule names."""
    named = {rule.indicator for rule in rules if rule.indicator}
    if not named:
        return []
    known = sorted((v for v in known_values() if v.indicator_code in named), key=lambda v: v.period.end)
    return list({(v.indicator_code, v.place_code): v for v in known}.values())


def _describe(fact: Fact, definitions: Mapping[str, Definition]) -> Subject:
    if isinstance(fact, ValueFact):
        code, place, name = fact.value.indicator_code, fact.value.place_code, ""
    else:
        code, place, name = fact.target.indicator_code, fact.target.place_code, fact.target.name
    definition = definitions.get(code)
    known = definition.name if definition else code
    return Subject(name or known, place, code, definition.owner if definition else "")
