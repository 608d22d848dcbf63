"""Tasks, milestones and projects that are due soon or overdue, and who hears of it.

In: a day. Out: events with the people they concern. Left out on purpose: what nobody confirmed, as a presumed department was never
told; what is reported as done and waits to be accepted, which is no longer the department's to do; and telling, which is `reminding`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lantu.act.escalation import SHEET_SOON_DAYS, WORK_AUDIENCES, Lateness, find_lateness
from lantu.act.message_texts import write_days
from lantu.act.messages import Event
from lantu.act.progress import REPORT
from lantu.core.project import Stage
from lantu.run.audience import find_leaders
from lantu.run.policy import Reach
from lantu.run.work_messages import describe_work, path_of, place_of
from lantu.store import models
from lantu.store.fetch.projects import known_projects
from lantu.store.fetch.tasks import KnownTask, known_tasks

WHOLE = 100
COUNTED = ("submitted", "accepted")
"""States of reports in which the department has done its part."""
Reaches = Mapping[str, Mapping[int, Reach]]


@dataclass(frozen=True, slots=True)
class LateWork:
    """A task, a milestone of one, or a project that is to be done by a day.

    Attributes:
        row: The task or project.
        setting: Who leads it.
        due_on: The last day.
        part: Name of the milestone, "" for the whole.
    """

    row: models.Task | models.Project
    setting: models.TaskSetting | models.ProjectSetting
    due_on: date
    part: str = ""


def list_late_work(at: datetime, today: date) -> Iterator[tuple[LateWork, Lateness]]:
    """What is due soon or overdue by what is known at a moment, in the order of the plans."""
    for work in (*_list_tasks(at), *_list_projects(at, today)):
        lateness = find_lateness(work.due_on, today, soon=SHEET_SOON_DAYS)
        if lateness.name:
            yield work, lateness


def make_work_reminder(work: LateWork, late: Lateness) -> Event:
    """What is told of it."""
    facts, facts_en = describe_work(work.row, work.setting)
    if work.part:
        facts |= {"what": "任务节点", "name": f"{work.row.name} · {work.part}"}
        facts_en["what"] = "milestone"
    facts["due_on"] = facts_en["due_on"] = f"{work.due_on}"
    facts["days"] = write_days(late.days_left, is_late=late.level > 0, is_english=False)
    facts_en["days"] = write_days(late.days_left, is_late=late.level > 0, is_english=True)
    subject = f"{work.row.address}/{work.part}" if work.part else work.row.address
    place = place_of(work.row, work.setting)
    return Event(
        "work_due", subject[:300], path_of(work.row), place, f"{work.due_on} {work.part}", late.name, facts, facts_en
    )


def find_work_audience(
    work: LateWork, late: Lateness, reaches: Reaches, leaders: Mapping[str, frozenset[int]]
) -> frozenset[int]:
    """Keys of the accounts that hear of it: reporting is the leading department's, the rest its place's."""
    lead, place = work.setting.lead, place_of(work.row, work.setting)
    if lead is None:
        return frozenset()
    people: set[int] = set()
    for action in WORK_AUDIENCES[late.name]:
        for person, reach in reaches[action].items():
            is_covered = reach.covers(lead.place_id, lead.pk) if action == REPORT else reach.covers(place)
            if is_covered:
                people.add(person)
    return frozenset(people) | find_leaders(late, lead.pk, leaders)


def _list_tasks(at: datetime) -> Iterator[LateWork]:
    for known in known_tasks(at):
        if known.setting.lead_id is None or known.setting.is_guessed:
            continue
        reports = [report for report in known.reports if report.state in COUNTED]
        if not any(report.done_pct >= WHOLE for report in reports):
            yield LateWork(known.row, known.setting, known.setting.due_on)
        yield from _list_milestones(known, {key for report in reports for key in report.reached})


def _list_milestones(known: KnownTask, reached: set[int]) -> Iterator[LateWork]:
    for milestone in known.milestones:
        if milestone.pk not in reached:
            yield LateWork(known.row, known.setting, milestone.due_on, milestone.name)


def _list_projects(at: datetime, today: date) -> Iterator[LateWork]:
    for known in known_projects(at, today):
        year = known.facts.due_year
        if known.setting.lead_id is None or known.setting.is_presumed or year is None:
            continue
        counted = [report for report in known.reports if report.state in COUNTED]
        if not counted or counted[-1].stage != Stage.COMPLETED:
            yield LateWork(known.row, known.setting, date(year, 12, 31))
