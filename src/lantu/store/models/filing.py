"""Returns 填报: what is asked of whom by when, what was entered, and each step towards being accepted."""

from django.db import models

SHEET_STATES = (
    ("draft", "草稿"),
    ("submitted", "已报送"),
    ("returned", "已退回"),
    ("reviewed", "已审核"),
    ("accepted", "已认定"),
    ("locked", "已锁定"),
)


class Workflow(models.Model):
    """A set of indicators that is asked for every period, and the level that accepts the figures.

    `rules` are lines such as "a + b = c | words"; `codes` the indicators asked for. The one in force is the one
    with the latest `recorded_at` for its code.
    """

    code = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT)
    grain = models.CharField(max_length=10)
    accepting_level = models.CharField(max_length=20)
    due_working_days = models.IntegerField()
    codes = models.JSONField()
    rules = models.JSONField(default=list)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["code", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.name} {self.code}"


class ReturnSheet(models.Model):
    """What one department of one place reports for one period in one workflow; approved as a whole.

    `state` repeats what the last of its steps says. `batch` holds the accepted figures, while they are accepted.
    """

    workflow = models.ForeignKey(Workflow, on_delete=models.PROTECT, related_name="sheets")
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT)
    accepting_place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="accepted_sheets")
    department = models.ForeignKey("store.Department", on_delete=models.PROTECT, related_name="sheets")
    period_start = models.DateField()
    period_end = models.DateField()
    due_on = models.DateField()
    is_due_exact = models.BooleanField()
    state = models.CharField(max_length=10, choices=SHEET_STATES, default="draft")
    batch = models.ForeignKey("store.ReturnBatch", null=True, on_delete=models.PROTECT, related_name="sheets")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["due_on", "place_id", "department_id", "id"]
        indexes = [models.Index(fields=["state", "due_on"])]

    def __str__(self) -> str:
        return f"{self.workflow_id} {self.place_id} {self.department_id} {self.period_end} {self.state}"


class ReportingTask(models.Model):
    """One question: an indicator of a place for a period, asked of one department, and of no other ever again."""

    sheet = models.ForeignKey(ReturnSheet, on_delete=models.PROTECT, related_name="tasks")
    position = models.IntegerField()
    indicator_code = models.CharField(max_length=80)
    asked_for = models.CharField(max_length=80, blank=True)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT)
    period_start = models.DateField()
    period_end = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["sheet_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator_code", "place", "period_start", "period_end"], name="no_question_asked_twice"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_code} {self.place_id} {self.period_end}"


class DraftFigure(models.Model):
    """What somebody typed in answer to a question, as typed; the latest recorded counts, earlier ones stay."""

    task = models.ForeignKey(ReportingTask, on_delete=models.PROTECT, related_name="drafts")
    value = models.CharField(max_length=120, blank=True)
    numerator = models.CharField(max_length=120, blank=True)
    denominator = models.CharField(max_length=120, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=12, default="unstated")
    note = models.TextField(blank=True)
    override_reason = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["task_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.task_id} {self.value}"


class Evidence(models.Model):
    """A file that supports a sheet; taken back by a date, never removed."""

    sheet = models.ForeignKey(ReturnSheet, on_delete=models.PROTECT, related_name="evidence")
    document = models.ForeignKey("store.Document", on_delete=models.PROTECT, related_name="evidence")
    name = models.CharField(max_length=255)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["sheet_id", "id"]

    def __str__(self) -> str:
        return self.name


class SheetStep(models.Model):
    """One step of a sheet, or the counter-step that undoes it."""

    sheet = models.ForeignKey(ReturnSheet, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=SHEET_STATES)
    note = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["sheet_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.step} {self.actor}"
