"""核查 of all plans: what stands open in each, which sets were checked together, and two plans to compare.

In: nothing. Out: one page. Left out on purpose: the findings, each on its plan's page.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantu.run.checking import OpenCount, open_counts
from lantu.show.access import may_do, needs
from lantu.show.check_addresses import link_check, link_scope
from lantu.show.pages.compare import list_choices
from lantu.show.titles import place_name, plan_title
from lantu.show.words import PLAN_KINDS, word_for
from lantu.store import models
from lantu.store.fetch.checks import latest_runs
from lantu.store.fetch.plans import list_plans, versions_in_force


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """One plan of the list; `run` is the newest run over it alone or with others, or None."""

    plan: models.Plan
    title: str
    place: str
    kind: str
    errors: int
    warnings: int
    infos: int
    run: models.CheckRun | None
    href: str


@needs("read")
def checks(request: HttpRequest) -> HttpResponse:
    """The page."""
    runs = latest_runs()
    counts = open_counts(runs)
    scopes = {run.pk: {int(word) for word in run.scope.split("+")} for run in runs}
    plans = {p.pk: p for p in list_plans() if may_do(request, "read", p.place_id)}
    read = versions_in_force()
    rows = [
        build_row(plan, counts.get(key), [run for run in runs if key in scopes[run.pk]])
        for key, plan in plans.items()
        if key in read
    ]
    together = [
        (" + ".join(plan_title(plans[key]) for key in sorted(keys)), link_check(min(keys), keys), run)
        for run in runs
        if len(keys := scopes[run.pk]) > 1 and keys <= set(plans)
    ]
    context = {"rows": rows, "together": together, "choices": list_choices(request)}
    return render(request, "lantu/checks.html", context)


def build_row(plan: models.Plan, count: OpenCount | None, runs: list[models.CheckRun]) -> CheckedPlan:
    """One line of the list."""
    told = count or OpenCount(0, 0, 0, str(plan.pk))
    return CheckedPlan(
        plan=plan,
        title=plan_title(plan),
        place=place_name(plan.place),
        kind=word_for(PLAN_KINDS, plan.kind),
        errors=told.errors,
        warnings=told.warnings,
        infos=told.infos,
        run=max(runs, key=lambda run: (run.recorded_at, run.pk), default=None),
        href=link_scope(plan.pk, told.scope),
    )
