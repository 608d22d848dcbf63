"""Tasks 任务分解: what a plan sets somebody to do, who leads, its milestones, and what was reported of it."""

from django.db import models

TASK_REPORT_STATES = (
    ("submitted", "已报送"),
    ("returned", "已退回"),
    ("accepted", "已认定"),
    ("withdrawn", "已撤回"),
)


class Task(models.Model):
    """One task of a plan, taken over from what the reader found.

    `address` is the plan's with the entry's id, the same over the versions of the plan. `bodies` are the responsible
    bodies as the plan names them.
    """

    address = models.CharField(max_length=300, unique=True)
    plan = models.ForeignKey("store.Plan", on_delete=models.PROTECT, related_name="tasks")
    entry = models.ForeignKey("store.PlanEntry", on_delete=models.PROTECT, related_name="tasks")
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="tasks")
    name = models.CharField(max_length=300)
    bodies = models.JSONField(default=list)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["plan_id", "entry_id"]

    def __str__(self) -> str:
        return self.name


class TaskSetting(models.Model):
    """Who leads a task, who helps, from when to when; the latest recorded counts, earlier ones stay.

    `helpers` are codes of departments. A guess is what the plan's words gave and nobody confirmed yet.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="settings")
    lead = models.ForeignKey("store.Department", null=True, on_delete=models.PROTECT, related_name="led_tasks")
    helpers = models.JSONField(default=list)
    is_guessed = models.BooleanField()
    starts_on = models.DateField()
    due_on = models.DateField()
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["task_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.task_id} {self.lead_id} {self.due_on}"


class Milestone(models.Model):
    """Something of a task that is to be reached by a day, until it is taken off."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="milestones")
    name = models.CharField(max_length=300)
    due_on = models.DateField()
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["task_id", "due_on", "id"]

    def __str__(self) -> str:
        return f"{self.name} {self.due_on}"


class TaskReport(models.Model):
    """What the leading department says of a task for a quarter; counts once it is accepted.

    Grain: one row per statement; of a task and quarter the accepted one recorded last counts. `reached` are keys of
    milestones. `state` repeats what the last of its steps says.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="reports")
    period_start = models.DateField()
    period_end = models.DateField()
    done_pct = models.DecimalField(max_digits=5, decimal_places=2)
    reached = models.JSONField(default=list)
    text = models.TextField()
    state = models.CharField(max_length=10, choices=TASK_REPORT_STATES)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["task_id", "period_end", "recorded_at", "id"]
        indexes = [models.Index(fields=["state"])]

    def __str__(self) -> str:
        return f"{self.task_id} {self.period_end} {self.done_pct} {self.state}"


class TaskReportStep(models.Model):
    """One step of such a report, or the counter-step that undoes it."""

    report = models.ForeignKey(TaskReport, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=TASK_REPORT_STATES)
    note = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["report_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.report_id} {self.step} {self.actor}"
