"""Rule sets, scores and objections as kept; who answered for what as far as was known."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Q

from lantu.act.deadlines import count_working_days
from lantu.core.score import Assessment, Lapse, LapseKind
from lantu.core.time import CHINA_TIME, Period
from lantu.store import models
from lantu.store.codec import decode
from lantu.store.fetch.cases import held_steps


def list_rules() -> list[models.ScoreRules]:
    """All versions of all rule sets, the newest of each first, without their texts."""
    return list(models.ScoreRules.objects.defer("text"))


def find_rules(code: str, version: str) -> models.ScoreRules | None:
    """One version."""
    return models.ScoreRules.objects.filter(code=code, version=version).first()


def list_runs() -> list[models.ScoreRun]:
    """All runs without their bodies, newest first."""
    return list(models.ScoreRun.objects.select_related("rules", "place", "before").defer("body", "rules__text"))


def find_run(key: int) -> models.ScoreRun | None:
    """One run."""
    return models.ScoreRun.objects.select_related("rules", "place", "after").filter(pk=key).first()


def run_noun(row: models.ScoreRun) -> Assessment:
    """The noun a row holds."""
    return decode(Assessment, row.body)


def last_of_chain(row: models.ScoreRun) -> models.ScoreRun:
    """The run that holds: the last correction of a run, or itself."""
    while (later := models.ScoreRun.objects.filter(after=row).select_related("rules", "place").first()) is not None:
        row = later
    return row


def last_runs() -> list[models.ScoreRun]:
    """The last run of each chain, oldest first."""
    return list(models.ScoreRun.objects.filter(before__isnull=True).select_related("rules").order_by("pk"))


def chain_of(row: models.ScoreRun) -> list[models.ScoreRun]:
    """All runs of the chain a run is in, oldest first."""
    last = last_of_chain(row)
    found = [last]
    while found[-1].after_id is not None:
        found.append(models.ScoreRun.objects.select_related("rules", "place").get(pk=found[-1].after_id))
    return found[::-1]


def objections_of(row: models.ScoreRun) -> list[models.Objection]:
    """Objections to any run of the chain a run is in, newest first."""
    keys = [run.pk for run in chain_of(row)]
    return list(models.Objection.objects.filter(run__in=keys).select_related("answer", "run"))


def find_objection(key: int) -> models.Objection | None:
    """One objection."""
    return models.Objection.objects.select_related("run", "run__rules", "run__place", "answer").filter(pk=key).first()


def departments_known(place_code: str, on: date, at: datetime) -> list[models.Department]:
    """Departments of a place that stood on a day, as far as an instant knew."""
    rows = models.Department.objects.filter(place_id=place_code, recorded_at__lte=at)
    rows = rows.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=on))
    return list(rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on)).order_by("code"))


def owners_known(on: date, at: datetime) -> dict[tuple[str, str, str], tuple[str, bool]]:
    """Code of the department that answered for each thing on a day, as far as an instant knew, and whether it is a guess."""
    rows = models.Ownership.objects.filter(from_on__lte=on, recorded_at__lte=at).order_by(
        "from_on", "recorded_at", "id"
    )
    return {(row.kind, row.thing, row.place_id): (row.department_id, row.is_guessed) for row in rows}


def lapses_known(first: date, on: date, at: datetime) -> list[tuple[str, str, Lapse]]:
    """What was not done in time: code of the department, code of the place, and the lapse.

    Args:
        first: Last days before it do not count.
        on: The day of the assessment; what is not done by then is late as of then.
        at: Nothing recorded later is used.
    """
    return [*_late_returns(first, on, at), *_overdue_cases(first, on, at)]


def _late_returns(first: date, on: date, at: datetime) -> Iterator[tuple[str, str, Lapse]]:
    """A return counts as handed in on the day it first was, even where it was sent back later."""
    handed = models.SheetStep.objects.filter(step="submit", recorded_at__lte=at).order_by("-recorded_at", "-id")
    first_handed = dict(handed.values_list("sheet_id", "recorded_at"))
    rows = models.ReturnSheet.objects.filter(recorded_at__lte=at, due_on__gte=first, due_on__lt=on)
    for row in rows.select_related("workflow", "place", "department").order_by("due_on", "id"):
        name = f"{row.workflow.name} {row.place.name} {row.department.name} {Period(row.period_start, row.period_end)}"
        moment = first_handed.get(row.pk)
        lapse = _late(LapseKind.LATE_RETURN, f"sheet/{row.pk}", name, row.due_on, moment, on)
        if lapse is not None:
            yield row.department_id, row.place_id, lapse


def _overdue_cases(first: date, on: date, at: datetime) -> Iterator[tuple[str, str, Lapse]]:
    """A case counts as answered on the day of the answer that holds; one that was sent back is not answered."""
    steps: defaultdict[int, list[models.CaseStep]] = defaultdict(list)
    for step in models.CaseStep.objects.filter(recorded_at__lte=at).order_by("recorded_at", "id"):
        steps[step.case_id].append(step)
    for row in models.Case.objects.filter(recorded_at__lte=at).order_by("recorded_at", "id"):
        held = held_steps(steps[row.pk])
        facts = held[-1][0].facts if held else None
        if facts is None or not facts.department or facts.due_on is None or not first <= facts.due_on < on:
            continue
        answers = [step.recorded_at for one, step in held if one.step == "answer"]
        is_done = facts.state in ("answered", "closed")
        moment = answers[-1] if is_done and answers else None
        lapse = _late(LapseKind.OVERDUE_CASE, row.address, row.title, facts.due_on, moment, on)
        if lapse is not None and facts.state != "cancelled":
            yield facts.department, row.place_id, lapse


def _late(kind: LapseKind, address: str, name: str, due_on: date, moment: datetime | None, on: date) -> Lapse | None:
    done_on = None if moment is None else moment.astimezone(CHINA_TIME).date()
    days = count_working_days(due_on, done_on or on)
    return Lapse(kind, address, name, due_on, done_on, days) if days > 0 else None


def districts_of(place_code: str) -> list[models.Place]:
    """Places right below a place."""
    return list(models.Place.objects.filter(parent_id=place_code).order_by("code"))
