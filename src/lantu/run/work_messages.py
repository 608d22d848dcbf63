"""What arrows of tasks, projects and objections tell people of, inside the transaction of the change.

In: rows an arrow has just written. Out: messages in the outbox; none where no channel is set up. Left out on purpose: what is due or
late, which `late_work` finds and `reminding` tells.
"""

from datetime import datetime
from typing import Any

from lantu.act.cases import SUPERVISE
from lantu.act.messages import Event
from lantu.act.progress import REPORT
from lantu.core.score import SubjectKind
from lantu.core.time import Period
from lantu.run.audience import find_people
from lantu.run.messages import tell
from lantu.store import models
from lantu.store.channels import open_channels
from lantu.store.fetch.projects import project_setting
from lantu.store.fetch.scores import run_noun
from lantu.store.fetch.tasks import latest_setting

Work = models.Task | models.Project
Setting = models.TaskSetting | models.ProjectSetting
WORDS = {"task": ("任务", "task"), "project": ("重大项目", "project")}
OUTCOMES = {
    "rejected": ("维持原分", "the score stays"),
    "shared": ("改计分", "another share is counted"),
    "left_out": ("不计分", "the target is left out"),
    "refigured": ("按更正后的数据重算", "scored again by the corrected figures"),
}


def tell_assigned(work: Work, before: Setting | None, now: Setting, at: datetime) -> int:
    """Tell a department that it leads a task or project; nothing where it was confirmed to lead it before."""
    was_led = before is not None and not _is_presumed(before) and before.lead_id == now.lead_id
    if now.lead is None or was_led:
        return 0
    facts, facts_en = describe_work(work, now)
    event = Event(
        "work_assigned", work.address, path_of(work), place_of(work, now), str(now.pk), "", facts, facts_en
    )  # fmt: skip
    return tell(event, find_people(REPORT, now.lead.place_id, now.lead.pk), at)


def tell_report_sent_back(report: models.TaskReport | models.ProjectReport, note: str, at: datetime) -> int:
    """Tell a department that its quarterly report was sent back with a note."""
    work: Work = report.task if isinstance(report, models.TaskReport) else report.project
    setting = _setting_of(work)
    if setting is None or setting.lead is None:
        return 0
    facts, facts_en = describe_work(work, setting)
    period = str(Period(report.period_start, report.period_end))
    facts |= {"name": f"{work.name} {period}", "note": note}
    occasion = str(report.steps.order_by("-id").values_list("pk", flat=True)[0])
    event = Event(
        "returned", f"{work.address}/{period}", path_of(work), place_of(work, setting), occasion, "", facts, facts_en
    )
    return tell(event, find_people(REPORT, setting.lead.place_id, setting.lead.pk), at)


def tell_objection(row: models.Objection, at: datetime) -> int:
    """Tell whoever supervises there that an objection to a score waits for an answer."""
    if not open_channels().names:
        return 0
    facts, facts_en = _describe_objection(row)
    event = Event(
        "objection", f"objection/{row.pk}", f"/score/{row.run_id}/{row.subject_code}", row.run.place_id, str(row.pk), "",
        facts | {"text": row.text}, facts_en,
    )  # fmt: skip
    return tell(event, find_people(SUPERVISE, row.run.place_id), at)


def tell_answer(row: models.Objection, answer: models.ObjectionAnswer, at: datetime) -> int:
    """Tell those who may object for whoever is scored what was decided."""
    if not open_channels().names:
        return 0
    facts, facts_en = _describe_objection(row)
    chinese, english = OUTCOMES[answer.outcome]
    facts |= {"outcome": chinese, "note": answer.note}
    run = answer.led_to_id or row.run_id
    event = Event(
        "decided", f"objection/{row.pk}", f"/score/{run}/{row.subject_code}", row.run.place_id, str(answer.pk), "",
        facts, facts_en | {"outcome": english},
    )  # fmt: skip
    is_district = run_noun(row.run).rules.subject is SubjectKind.DISTRICT
    place, department = (row.subject_code, "") if is_district else (row.run.place_id, row.subject_code)
    return tell(event, find_people("object_score", place, department), at)


def describe_work(work: Work, setting: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    """What messages print of a task or project, in Chinese and what differs in English."""
    what, what_en = WORDS["task" if isinstance(work, models.Task) else "project"]
    place, lead = _find_place(work, setting), setting.lead
    facts = {"what": what, "name": work.name, "place": place.name, "department": lead.name if lead else "",
             "due_on": _write_due(setting)}  # fmt: skip
    return facts, {
        "what": what_en,
        "place": place.name_en or place.name,
        "department": (lead.name_en or lead.name) if lead else "",
        "due_on": _write_due(setting, "no day"),
    }


def path_of(work: Work) -> str:
    """Where its page is."""
    return f"/task/{work.pk}" if isinstance(work, models.Task) else f"/project/{work.pk}"


def place_of(work: Work, setting: Setting) -> str:
    """Code of its place; a project's is settled with its terms."""
    return str(_find_place(work, setting).code)


def _find_place(work: Work, setting: Setting) -> models.Place:
    if isinstance(work, models.Task):
        return work.place
    return setting.place if isinstance(setting, models.ProjectSetting) else work.plan.place


def _write_due(setting: Setting, nothing: str = "未定") -> str:
    if isinstance(setting, models.TaskSetting):
        return f"{setting.due_on}"
    return f"{setting.due_year}-12-31" if setting.due_year is not None else nothing


def _is_presumed(setting: Setting) -> bool:
    return setting.is_guessed if isinstance(setting, models.TaskSetting) else setting.is_presumed


def _setting_of(work: Work) -> Setting | None:
    return latest_setting(work.pk) if isinstance(work, models.Task) else project_setting(work.pk)


def _describe_objection(row: models.Objection) -> tuple[dict[str, Any], dict[str, Any]]:
    run, subjects = row.run, run_noun(row.run).ranked
    subject = next((one.score.subject for one in subjects if one.score.subject.code == row.subject_code), None)
    who = subject.name if subject else row.subject_code
    facts = {"name": run.rules.name, "place": run.place.name, "who": who}
    return facts, {
        "name": run.rules.name_en or run.rules.name,
        "place": run.place.name_en or run.place.name,
        "who": (subject.name_en or who) if subject else who,
    }
