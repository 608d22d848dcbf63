"""Runs of the checker, their findings, decisions about them, and people's word on names."""

from collections.abc import Iterable

from lantu.core.catalogue import fold_name
from lantu.core.finding import Alignment, Finding
from lantu.core.place import walk_up
from lantu.store import models
from lantu.store.codec import decode
from lantu.store.keep.checks import scope_of
from lantu.store.known import known_places


def latest_run(plan_keys: Iterable[int]) -> models.CheckRun | None:
    """The newest run over exactly these plans."""
    return models.CheckRun.objects.filter(scope=scope_of(plan_keys)).order_by("-recorded_at", "-id").first()


def find_run(run_key: int) -> models.CheckRun | None:
    """One run."""
    return models.CheckRun.objects.filter(pk=run_key).first()


def runs_with(plan_key: int) -> list[models.CheckRun]:
    """The newest run of each set of plans this one belongs to, newest first."""
    keys = models.CheckRun.objects.filter(versions__plan_id=plan_key).values("pk")
    rows = models.CheckRun.objects.filter(pk__in=keys).defer("alignments").order_by("recorded_at", "id")
    latest = {row.scope: row for row in rows}
    return sorted(latest.values(), key=lambda run: (run.recorded_at, run.pk), reverse=True)


def latest_runs() -> list[models.CheckRun]:
    """The newest run of each set of plans."""
    rows = models.CheckRun.objects.defer("alignments").order_by("recorded_at", "id")
    return list({run.scope: run for run in rows}.values())


def versions_of(run: models.CheckRun) -> list[models.PlanVersion]:
    """The plan versions that were checked, in the order of their plans, with their texts."""
    rows = run.versions.select_related("plan", "plan__place", "document").defer("document__data")
    return sorted(rows, key=lambda version: (version.plan_id, version.number))


def findings_of(run: models.CheckRun) -> list[models.FindingRow]:
    """What a run found, in the order it gave."""
    return list(run.findings.order_by("position"))


def findings_in_brief(run_keys: Iterable[int]) -> list[models.FindingRow]:
    """What these runs found, without evidence: for counting."""
    return list(models.FindingRow.objects.filter(run__in=list(run_keys)).defer("body"))


def sightings_among(plan_keys: Iterable[int]) -> list[models.FindingRow]:
    """Every finding of every run over these plans or fewer, newest run last."""
    wanted = set(plan_keys)
    runs = [run for run in models.CheckRun.objects.defer("alignments") if set(map(int, run.scope.split("+"))) <= wanted]
    rows = models.FindingRow.objects.filter(run__in=runs).select_related("run").defer("run__alignments")
    return list(rows.order_by("run__recorded_at", "run_id", "position"))


def decisions_about(keys: Iterable[str]) -> dict[str, list[models.FindingDecision]]:
    """All that was decided about each finding, oldest first."""
    rows = models.FindingDecision.objects.filter(key__in=list(keys)).select_related("version")
    found: dict[str, list[models.FindingDecision]] = {}
    for row in rows.order_by("recorded_at", "id"):
        found.setdefault(row.key, []).append(row)
    return found


def finding_noun(row: models.FindingRow) -> Finding:
    """The finding as a noun."""
    return decode(Finding, row.body)


def alignments_of(run: models.CheckRun) -> list[Alignment]:
    """Which statements a run found to speak of the same indicator."""
    return [decode(Alignment, body) for body in run.alignments]


def pairs_in_force(place_codes: Iterable[str]) -> list[models.NamePair]:
    """The latest word on each pair of names that holds for one of these places, oldest first."""
    known = {place.code: place for place in known_places()}
    places = {place.code for code in place_codes for place in walk_up(code, known)}
    rows = models.NamePair.objects.filter(place__in=places).order_by("recorded_at", "id")
    latest = {frozenset((fold_name(row.first), fold_name(row.second))): row for row in rows}
    return sorted((p for p in latest.values() if p.verdict != "withdrawn"), key=lambda p: (p.recorded_at, p.pk))


def latest_finding(key: str) -> models.FindingRow | None:
    """A finding as the latest run that saw it has it."""
    return models.FindingRow.objects.filter(key=key).order_by("-run_id").first()
