"""Rule sets, scores and objections as kept; who answered for what as far as was known."""

from datetime import date, datetime

from django.db.models import Q

from lantu.core.score import Assessment
from lantu.store import models
from lantu.store.codec import decode


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


def districts_of(place_code: str) -> list[models.Place]:
    """Places right below a place."""
    return list(models.Place.objects.filter(parent_id=place_code).order_by("code"))
