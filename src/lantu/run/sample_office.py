"""Loads the made-up work of a sample city's office: cases, tasks, adjustments, sheets, scores, a report, a publication.

In: office.yml beside sample.yml. Out: rows, made by the same arrows that people's work goes through. An instance that has
any case or task of its own is left alone. Left out on purpose: figures; an example never enters a series.
"""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from lantu.core.project import Stage
from lantu.core.report import ReportKind
from lantu.core.time import parse_period, year_period
from lantu.run.adjusting import Request, ask_adjustment, step_adjustment
from lantu.run.adjusting_projects import ProjectRequest, ask_project_adjustment
from lantu.run.asking import ask_for_period, open_workflow
from lantu.run.assessing import make_assessment, record_rules
from lantu.run.cases import open_one, take_case_step
from lantu.run.checking import check_versions
from lantu.run.clock import read_clock, today_in_china
from lantu.run.projects import plan_project_years, report_project, set_project, step_project_report, take_projects
from lantu.run.publishing import publish_plan
from lantu.run.reporting import make_report
from lantu.run.tasks import mark_milestone, report_task, set_task, step_report, take_tasks
from lantu.store.fetch.cases import find_cause, list_cases
from lantu.store.fetch.plans import find_version, list_plans
from lantu.store.fetch.projects import project_setting, projects_of_plan
from lantu.store.fetch.tasks import known_tasks, latest_setting
from lantu.store.keep.cases import Cause
from lantu.store.keep.filing import WorkflowFacts
from lantu.store.keep.projects import ProjectTerms, ProjectWord
from lantu.store.keep.tasks import TaskTerms
from lantu.store.targets import targets_in_force

YI = Decimal(10) ** 8
"""Yuan in 亿元, in which the file states sums."""
Say = Callable[[str], object]
Known = dict[str, Any]


def load_office(folder: Path, *, say: Say, by: str) -> int:
    """Load the office's work, if the folder describes any and nobody has worked here yet.

    Args:
        folder: Holds office.yml, and the rules of assessment it names.
        say: Told what was made.
        by: Whose name the audit rows carry where the file names nobody.

    Returns:
        How many things were made.
    """
    path = folder / "office.yml"
    if not path.is_file() or list_cases() or known_tasks(read_clock()):
        return 0
    office: Known = yaml.safe_load(path.read_text(encoding="utf-8"))
    plans = {plan.address: int(plan.pk) for plan in list_plans()}
    made = 0
    for part, load in PARTS:
        for item in office.get(part, ()):
            load(item, plans, folder, by)
            made += 1
    say(f"{made} examples of the office's work: cases, tasks, projects, an adjustment, sheets, scores, a report")
    return made


def _load_case(item: Known, plans: dict[str, int], folder: Path, by: str) -> None:
    asked = item["for"]
    if asked["kind"] == "hand":
        cause = Cause("hand", "", asked["place"], "")
    else:
        cause = _require(find_cause(asked["kind"], str(_find_target(asked)), today_in_china()), asked)
    key = open_one(cause, item["title"], item["demand"], by=by)
    for step in item["steps"]:
        take_case_step(
            key, step["step"], note=step.get("note", ""), department=step.get("department", ""),
            working_days=step.get("working_days"), by=step["by"],
        )  # fmt: skip


def _load_tasks(item: Known, plans: dict[str, int], folder: Path, by: str) -> None:
    plan = plans[item["plan"]]
    take_tasks(plan, by=by)
    by_name = {known.row.name: known.row.pk for known in known_tasks(read_clock(), plan)}
    for told in item["set"]:
        _set_task(by_name[told["name"]], told, by)


def _set_task(key: int, told: Known, by: str) -> None:
    setting = _require(latest_setting(key), told)
    set_task(key, TaskTerms(told["lead"], tuple(told.get("helpers", ())), setting.starts_on, setting.due_on), by=by)
    marks = [mark_milestone(key, m["name"], m["due_on"], by=by) for m in told.get("milestones", ())]
    said = told["report"]
    period, share = parse_period(said["period"]), Decimal(said["done_pct"])
    report = report_task(key, period, share, marks[: said["reached"]], said["text"], by="示例承办人")
    if said["is_accepted"]:
        step_report(report, "accept", by=by)


def _load_projects(item: Known, plans: dict[str, int], folder: Path, by: str) -> None:
    plan = plans[item["plan"]]
    take_projects(plan, by=by)
    by_name = {row.name: int(row.pk) for row in projects_of_plan(plan)}
    for told in item["set"]:
        _set_project(_require(by_name.get(told["name"]), told), told)


def _set_project(key: int, told: Known) -> None:
    """Whose a project is, beside what its plan says of it; its plan by year, its reports, and an adjustment asked for."""
    said = _require(project_setting(key), told)
    terms = ProjectTerms(
        said.place_id,
        told["lead"],
        tuple(told.get("helpers", ())),
        said.start_year,
        said.due_year,
        said.total_yuan,
        said.scope,
    )
    set_project(key, terms, by=told["by"])
    plan_project_years(key, {year: Decimal(str(sum_)) * YI for year, sum_ in told["years"].items()}, by=told["by"])
    for r in told["reports"]:
        share = Decimal(r["done_pct"]) if "done_pct" in r else None
        word = ProjectWord(Stage(r["stage"]), Decimal(str(r["invested"])) * YI, r["text"], share)
        report = report_project(key, parse_period(r["period"]), word, by="示例承办人")
        if r["is_accepted"]:
            step_project_report(report, "accept", by=told["by"])
    if asked := told.get("adjustment"):
        request = ProjectRequest(asked["part"], Decimal(asked["amount"]), "", asked["grounds"], today_in_china())
        ask_project_adjustment(key, request, by=told["by"])


def _load_adjustment(item: Known, plans: dict[str, int], folder: Path, by: str) -> None:
    request = Request(item["part"], Decimal(item["amount"]), item["grounds"], today_in_china())
    key = ask_adjustment(_find_target(item["target"]), request, by=item["by"])
    for step in item["steps"]:
        step_adjustment(key, step["step"], by=step["by"])


def _load_sheets(item: Known, plans: dict[str, int], folder: Path, by: str) -> None:
    facts = {name: item[name] for name in ("code", "name", "grain", "accepting_level", "due_working_days")}
    workflow = open_workflow(WorkflowFacts(place_code=item["place"], codes=tuple(item["codes"]), **facts), by=by)
    ask_for_period(workflow, item["asks"], year_period(today_in_china().year), by=by)


def _load_scores(item: Known, plans: dict[str, int], folder: Path, by: str) -> None:
    path = folder / item["rules"]
    rules = record_rules(path.read_text("utf-8"), path.name, by=by)
    make_assessment(rules, item["place"], as_of=today_in_china(), by=by)


def _load_report(item: Known, plans: dict[str, int], folder: Path, by: str) -> None:
    make_report(ReportKind(item["kind"]), plans[item["plan"]], as_of=today_in_china(), by=by)


def _load_publication(item: str, plans: dict[str, int], folder: Path, by: str) -> None:
    publish_plan(plans[item], by=by)


def _load_check(item: str, plans: dict[str, int], folder: Path, by: str) -> None:
    check_versions([_require(find_version(plans[item]), item).pk], by=by)


PARTS = (
    ("cases", _load_case),
    ("tasks", _load_tasks),
    ("adjustments", _load_adjustment),
    ("projects", _load_projects),
    ("returns", _load_sheets),
    ("assessments", _load_scores),
    ("reports", _load_report),
    ("publications", _load_publication),
    ("checks", _load_check),
)


def _find_target(asked: Known) -> int:
    held = targets_in_force(codes=[asked["indicator"]])
    found = [key for key, t in held if (t.place_code, t.indicator_code) == (asked["place"], asked["indicator"])]
    return int(_require(found[0] if found else None, asked))


def _require(found: Any, asked: object) -> Any:
    if found is None:
        raise LookupError(f"office.yml asks for what the sample does not have: {asked}")
    return found
