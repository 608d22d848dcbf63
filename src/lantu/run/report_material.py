"""What a report is made of: a plan's targets judged with what was known at a moment, and the values behind them.

In: a plan, the last year whose figures may be used, the day to speak for, an instant. Out:
material as values. Left out on purpose: words; `show` writes them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lantu.core.definition import Definition
from lantu.core.entry import Entry
from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.core.task import TaskStanding
from lantu.core.value import Value
from lantu.judge.settings import DEFAULT
from lantu.judge.standing import judge_target
from lantu.judge.tasks import judge_task
from lantu.judge.trend.foretell import add_trend
from lantu.store.codec import decode
from lantu.store.fetch.figures import observations_by_key
from lantu.store.fetch.tasks import known_tasks
from lantu.store.fetch.warnings_then import WarningThen, warnings_open_at
from lantu.store.known import known_definitions, known_places, known_values
from lantu.store.models import Plan, PlanEntry, PlanTarget, PlanVersion, StagedObservation

Series = Mapping[tuple[str, str], tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A target with the entry it was read from and how it stands."""

    target: Target
    entry: Entry
    standing: Standing


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of a plan.

    Attributes:
        plan: Its row, with its place.
        year: Last year whose figures were used.
        as_of: The day the standings speak for.
        known_at: Nothing recorded later was used.
        judged: Every target of the version in force then, in the order of the plan.
        series: Values by indicator and place, oldest first.
        definitions: By code.
        observations: Rows behind the values, by the ids that values name.
        entry_counts: How many entries of each kind the plan has.
        places: Names by code.
        warnings: Open then, of this plan's targets and their indicators.
        tasks: Names of the plan's tasks with how they stood.
    """

    plan: Plan
    year: int
    as_of: date
    known_at: datetime
    judged: tuple[Judged, ...]
    series: Series
    definitions: Mapping[str, Definition]
    observations: Mapping[str, StagedObservation]
    entry_counts: Mapping[str, int]
    places: Mapping[str, str]
    warnings: tuple[WarningThen, ...]
    tasks: tuple[tuple[str, TaskStanding], ...]


def gather_material(plan_key: int, *, year: int, as_of: date, known_at: datetime) -> Material:
    """Judge a plan's targets as a report of that year has to.

    Raises:
        LookupError: If there is no such plan, or nothing of it had been read by then.
    """
    plan = Plan.objects.select_related("place").filter(pk=plan_key).first()
    version = version_known(plan_key, known_at)
    if plan is None or version is None:
        raise LookupError(f"no plan {plan_key} that was read by {known_at:%Y-%m-%d}")
    series = _list_series(year, known_at)
    rows = PlanTarget.objects.filter(version=version).select_related("entry").order_by("position")
    judged = tuple(_judge_row(row, series, as_of) for row in rows)
    used = {(j.target.indicator_code, j.target.place_code) for j in judged}
    keys = {key for code in used for value in series.get(code, ()) for key in value.inputs}
    kinds = PlanEntry.objects.filter(version=version).order_by().values_list("kind", flat=True)
    definitions = {definition.code: definition for definition in known_definitions(known_at)}
    return Material(
        plan=plan,
        year=year,
        as_of=as_of,
        known_at=known_at,
        judged=judged,
        series=series,
        definitions=definitions,
        observations=observations_by_key(keys),
        entry_counts=Counter(kinds),
        places={place.code: place.name for place in known_places()},
        warnings=_list_warnings(judged, used, known_at),
        tasks=tuple((task.row.name, judge_task(task.facts)) for task in known_tasks(known_at, plan_key)),
    )


def _list_warnings(
    judged: tuple[Judged, ...], used: set[tuple[str, str]], known_at: datetime
) -> tuple[WarningThen, ...]:
    own = {j.target.id for j in judged} | {f"value/{code}/{place}" for code, place in used if code}
    return tuple(warning for warning in warnings_open_at(known_at) if warning.subject in own)


def version_known(plan_key: int, known_at: datetime) -> PlanVersion | None:
    """The version of a plan that was in force at an instant."""
    return PlanVersion.objects.filter(plan_id=plan_key, read_at__lte=known_at).order_by("-number").first()


def _list_series(year: int, known_at: datetime) -> dict[tuple[str, str], tuple[Value, ...]]:
    series: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in known_values(known_at):
        if value.period.year <= year:
            series[value.indicator_code, value.place_code].append(value)
    return {key: tuple(sorted(values, key=lambda v: (v.period.end, v.period.start))) for key, values in series.items()}


def _judge_row(row: PlanTarget, series: Series, as_of: date) -> Judged:
    target = decode(Target, row.body)
    own = series.get((target.indicator_code, target.place_code), ())
    standing = judge_target(
        target,
        own,
        series.get((target.relative_to, target.place_code), ()),
        as_of=as_of,
        settings=DEFAULT,
    )
    return Judged(target, decode(Entry, row.entry.body), add_trend(target, own, standing))
