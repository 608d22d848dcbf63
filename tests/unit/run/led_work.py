"""A task and a project that a department leads, beside the people of `told`.

In: the people. Out: rows. Both are confirmed by whoever calls.
"""

from datetime import date
from decimal import Decimal

from lantu.core.project import Stage
from lantu.core.time import parse_period
from lantu.run.plans import read_version, receive_plan
from lantu.run.projects import report_project, set_project, take_projects
from lantu.run.tasks import report_task, set_task, take_tasks
from lantu.store import models
from lantu.store.keep.plans import PlanFacts
from lantu.store.keep.projects import ProjectTerms, ProjectWord
from lantu.store.keep.tasks import TaskTerms
from tests.unit.run.told import CITY

PLAN = """青湖市“十四五”规划纲要

（2021—2025年）

第一章 重点任务

第一节 建设湖滨绿道

贯通沿湖步道，到2024年全线建成，让市民随处可以走到水边（市统计局牵头）。

第二节 推进重大项目

建设湖滨大桥工程，总投资12亿元，2025年建成。
"""
DUE = date(2026, 3, 13)
"""A Friday."""


def take_task() -> models.Task:
    """A task of the plan, its department presumed."""
    version = receive_plan(
        PLAN.encode(), "plan.md", PlanFacts("青湖市规划", CITY, first_year=2021, last_year=2025), by="test"
    )
    read_version(version, by="test")
    take_tasks(models.PlanVersion.objects.get(pk=version).plan_id, by="test")
    return models.Task.objects.get(name="建设湖滨绿道")


def lead_task(task: models.Task, department: str = "tjj", due_on: date = DUE) -> None:
    """Confirm who leads it."""
    set_task(task.pk, TaskTerms(department, (), date(2024, 1, 1), due_on), by="zhou")


def take_project() -> models.Project:
    """A project written by hand, its terms presumed."""
    task = models.Task.objects.first()
    assert task is not None
    take_projects(task.plan_id, by="test")
    project, _ = models.Project.objects.get_or_create(
        address=f"{task.plan.address}#bridge",
        defaults={"plan": task.plan, "entry": task.entry, "name": "湖滨大桥", "actor": "test",
                  "recorded_at": task.recorded_at},
    )  # fmt: skip
    models.ProjectSetting.objects.create(
        project=project, place_id=CITY, is_presumed=True, actor="test", recorded_at=task.recorded_at
    )
    return project


def lead_project(project: models.Project, department: str = "tjj", due_year: int = 2025) -> None:
    """Confirm who leads it and its last year."""
    set_project(project.pk, ProjectTerms(CITY, department, due_year=due_year), by="zhou")


def report_on_task(task: models.Task, share: str, reached: list[int] | None = None) -> int:
    """A quarterly report of the department."""
    return report_task(task.pk, parse_period("2025-Q4"), Decimal(share), reached or [], "已办", by="li")


def report_on_project(project: models.Project, stage: str) -> int:
    """The same of a project."""
    return report_project(
        project.pk, parse_period("2025-Q4"), ProjectWord(Stage(stage), Decimal(1), "已办", None), by="li"
    )
