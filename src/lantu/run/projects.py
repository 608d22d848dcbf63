"""Arrows of major projects 重大项目: taken over from a plan, confirmed, planned by year, reported on, accepted, judged.

In: a plan, or what somebody says of a project. Out: rows and one audit row each; standings. Left out on purpose: who may,
pages ask the policy; and adjusting what was confirmed, which is an adjustment's way.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from lantu.core.catalogue import fold_name
from lantu.core.entry import Entry
from lantu.core.project import ProjectStanding
from lantu.core.quantity import parse_unit
from lantu.core.time import Period
from lantu.judge.projects import judge_project
from lantu.run.clock import end_of_day, read_clock
from lantu.run.project_rates import compute_rates
from lantu.run.report_steps import ReportWay, take_report_step
from lantu.run.work_messages import tell_assigned
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.codec import decode
from lantu.store.fetch.departments import find_department
from lantu.store.fetch.plans import find_version
from lantu.store.fetch.projects import (
    KnownProject,
    find_project,
    known_projects,
    project_entries,
    project_setting,
    projects_of_plan,
)
from lantu.store.keep.projects import (
    ProjectTerms,
    ProjectWord,
    keep_project,
    keep_project_report,
    keep_project_step,
    keep_project_terms,
    keep_project_years,
    lock_project_report,
)
from lantu.store.known import known_places
from lantu.store.transactions import one_transaction

WHOLE = Decimal(100)
TELLING = ("bulletin", "news")
"""Kinds of documents that promise no projects."""
YEARS = range(1990, 2101)
MOST_YUAN = Decimal(10) ** 14


class ProjectRefusedError(ValueError):
    """The change makes no sense; `code` says why.

    Attributes:
        code: unknown, dates, department, place, amount, adjust, note, state or same_person.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


_WAY = ReportWay("project", lock_project_report, keep_project_step, ProjectRefusedError)


def take_projects(plan_key: int, *, by: str) -> int:
    """Take over the projects of the version in force that are not taken over yet; all they say is presumed.

    A project that is named several times is taken once, from where most is said of it. One that was taken and not yet
    confirmed follows what the plan now says.

    Returns:
        How many are new.

    Raises:
        ProjectRefusedError: If the plan was not read.
    """
    version = find_version(plan_key)
    if version is None or version.read_at is None:
        raise ProjectRefusedError("unknown", f"plan {plan_key} was not read")
    at = read_clock()
    with one_transaction():
        return take_from_version(version, at, by=by)


def take_from_version(version: models.PlanVersion, at: datetime, *, by: str) -> int:
    """The same inside somebody's transaction; nothing for a document that promises no projects."""
    plan = version.plan
    if plan.kind in TELLING:
        return 0
    known = {place.code for place in known_places()}
    taken_by_name = {fold_name(row.name): row for row in projects_of_plan(plan.pk)}
    taken = changed = 0
    for name, (row, entry) in _pick(version).items():
        place = entry.region_code if entry.region_code in known else plan.place_id
        terms = ProjectTerms(
            place, due_year=entry.year, total_yuan=read_yuan(entry.value, entry.unit), scope=_read_scope(entry)
        )
        found = taken_by_name.get(name)
        if found is None:
            keep_project_terms(keep_project(plan, row, at, by=by), terms, at, by=by, is_presumed=True)
            taken += 1
        elif _is_stale(found, terms):
            keep_project_terms(found, terms, at, by=by, is_presumed=True)
            changed += 1
    if taken or changed:
        append_audit(by, "projects.taken", plan.address, at, taken=taken, changed=changed, version=version.number)
    return taken


def _pick(version: models.PlanVersion) -> dict[str, tuple[models.PlanEntry, Entry]]:
    """By folded name, the entry that says most: a sum before a length, both before a bare name, the first of equals."""
    picked: dict[str, tuple[models.PlanEntry, Entry]] = {}
    for row in project_entries(version):
        entry = decode(Entry, row.body)
        name = fold_name(row.indicator)
        if name and (name not in picked or _weigh(entry) > _weigh(picked[name][1])):
            picked[name] = (row, entry)
    return picked


def _weigh(entry: Entry) -> tuple[bool, bool, bool]:
    return entry.value is not None, entry.extent is not None, entry.year is not None


def read_yuan(amount: Decimal | None, unit: str) -> Decimal | None:
    """A sum of money in yuan; None where there is none, or it is no sum in yuan."""
    found = parse_unit(unit)
    return None if amount is None or found.dimension != "CNY" else (amount * found.factor).quantize(Decimal("0.01"))


def _read_scope(entry: Entry) -> str:
    return f"{entry.extent.span.quote}" if entry.extent is not None else ""


def _is_stale(project: models.Project, terms: ProjectTerms) -> bool:
    """Whether a project nobody confirmed says something else than the plan does now."""
    said = project_setting(project.pk)
    return (
        said is not None
        and said.is_presumed
        and (said.place_id, said.due_year, said.total_yuan, said.scope)
        != (terms.place_code, terms.due_year, terms.total_yuan, terms.scope)
    )


def set_project(key: int, terms: ProjectTerms, *, by: str) -> None:
    """Say where a project is, who leads it, its years, sum and scope; what was presumed is confirmed by it.

    Raises:
        ProjectRefusedError: If a department or place is not known, the years are the wrong way round, or due year, sum or
            scope of a confirmed project would change without an adjustment.
    """
    project, before = find_project(key), project_setting(key)
    if project is None or before is None:
        raise ProjectRefusedError("unknown", f"there is no project {key}")
    if any(find_department(code) is None for code in (terms.lead, *terms.helpers)):
        raise ProjectRefusedError("department", "there is no such department")
    if terms.place_code not in {place.code for place in known_places()}:
        raise ProjectRefusedError("place", f"there is no place {terms.place_code}")
    _check_terms(terms)
    kept = (before.due_year, before.total_yuan, before.scope)
    if not before.is_presumed and (terms.due_year, terms.total_yuan, terms.scope) != kept:
        raise ProjectRefusedError("adjust", "due year, sum and scope of a confirmed project change by an adjustment")
    at = read_clock()
    with one_transaction():
        tell_assigned(project, before, keep_project_terms(project, terms, at, by=by), at)
        append_audit(
            by, "project.set", project.address, at, place=terms.place_code, lead=terms.lead,
            helpers=list(terms.helpers), start_year=terms.start_year, due_year=terms.due_year,
            total_yuan=None if terms.total_yuan is None else str(terms.total_yuan), scope=terms.scope,
        )  # fmt: skip


def _check_terms(terms: ProjectTerms) -> None:
    years = [year for year in (terms.start_year, terms.due_year) if year is not None]
    if any(year not in YEARS for year in years) or years != sorted(years):
        raise ProjectRefusedError("dates", "the years are none, or the wrong way round")
    if terms.total_yuan is not None and not _is_sum(terms.total_yuan, least=Decimal("0.01")):
        raise ProjectRefusedError("amount", f"{terms.total_yuan} is no sum")


def _is_sum(amount: Decimal, least: Decimal = Decimal(0)) -> bool:
    return amount.is_finite() and least <= amount <= MOST_YUAN


def plan_project_years(key: int, planned: Mapping[int, Decimal | None], *, by: str) -> None:
    """Say what is to be invested in years; None takes a year's plan back. Years that say the same are left alone.

    Raises:
        ProjectRefusedError: If a year or sum is none.
    """
    known = next(iter(_known_now(key)), None)
    if known is None:
        raise ProjectRefusedError("unknown", f"there is no project {key}")
    if any(year not in YEARS for year in planned):
        raise ProjectRefusedError("dates", "a year is none")
    if any(amount is not None and not _is_sum(amount) for amount in planned.values()):
        raise ProjectRefusedError("amount", "a sum is none")
    fresh = {year: amount for year, amount in planned.items() if known.years.get(year) != amount}
    if not fresh:
        return
    at = read_clock()
    with one_transaction():
        keep_project_years(known.row, fresh, at, by=by)
        said = {str(year): None if amount is None else str(amount) for year, amount in fresh.items()}
        append_audit(by, "project.planned", known.row.address, at, years=said)


def report_project(key: int, period: Period, word: ProjectWord, *, by: str) -> int:
    """Say how far a project is at the end of a quarter. Returns the report's key; it counts once it is accepted.

    Raises:
        ProjectRefusedError: If a sum or share is none, or nothing is said.
    """
    project = find_project(key)
    if project is None:
        raise ProjectRefusedError("unknown", f"there is no project {key}")
    share = word.done_pct
    if not _is_sum(word.invested_yuan) or (share is not None and not (share.is_finite() and 0 <= share <= WHOLE)):
        raise ProjectRefusedError("amount", "the sum is none, or the share is none of a hundred")
    if not word.text.strip():
        raise ProjectRefusedError("note", "a report says what was done")
    at = read_clock()
    with one_transaction():
        report = keep_project_report(project, period, word, at, by=by)
        append_audit(
            by, "project.reported", project.address, at, period=str(period), stage=str(word.stage),
            invested_yuan=str(word.invested_yuan), done_pct=None if share is None else str(share),
        )  # fmt: skip
    return int(report.pk)


def step_project_report(key: int, step: str, *, note: str = "", by: str) -> str:
    """Take one step with a report. Returns the state after it.

    Raises:
        ProjectRefusedError: If it cannot be taken; nothing was changed.
    """
    return take_report_step(_WAY, key, step, note, by=by)


def stand_projects(
    day: date, plan_key: int | None = None, key: int | None = None
) -> list[tuple[KnownProject, ProjectStanding]]:
    """Projects with their standings by what was recorded by the end of a day."""
    known = known_projects(end_of_day(day), day, plan_key, key)
    return [(project, judge_project(project.facts, compute_rates(project.facts))) for project in known]


def _known_now(key: int) -> list[KnownProject]:
    at = read_clock()
    return known_projects(at, at.date(), key=key)
