"""Cases 督办事项: what somebody has to do by a day, every step of it, and the files that show it was done."""

from django.db import models

CASE_CAUSES = (
    ("standing", "进展"),
    ("warning", "预警"),
    ("finding", "核查"),
    ("task", "任务"),
    ("project", "项目"),
    ("hand", "直接交办"),
)
CASE_STATES = (
    ("opened", "待交办"),
    ("assigned", "待签收"),
    ("accepted", "办理中"),
    ("answered", "待销号"),
    ("returned", "退回重办"),
    ("closed", "已销号"),
    ("cancelled", "已撤销"),
)


class Case(models.Model):
    """One case.

    `state` to `asked_until` repeat what the last of its steps says. `cause` is the address or key of what it was
    opened for, "" where somebody opened it by hand; the keys beside it lead to the light and the sentence as they
    were at that moment.
    """

    address = models.CharField(max_length=120, unique=True)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="cases")
    cause_kind = models.CharField(max_length=10, choices=CASE_CAUSES)
    cause = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=300)
    demand = models.TextField()
    target = models.ForeignKey("store.PlanTarget", null=True, on_delete=models.PROTECT, related_name="cases")
    standing = models.ForeignKey("store.StandingRow", null=True, on_delete=models.PROTECT, related_name="cases")
    warning = models.ForeignKey("store.WarningRow", null=True, on_delete=models.PROTECT, related_name="cases")
    finding = models.ForeignKey("store.FindingRow", null=True, on_delete=models.PROTECT, related_name="cases")
    task = models.ForeignKey("store.Task", null=True, on_delete=models.PROTECT, related_name="cases")
    project = models.ForeignKey("store.Project", null=True, on_delete=models.PROTECT, related_name="cases")
    state = models.CharField(max_length=10, choices=CASE_STATES, default="opened")
    is_open = models.BooleanField(default=True)
    department = models.ForeignKey("store.Department", null=True, on_delete=models.PROTECT, related_name="cases")
    due_on = models.DateField(null=True)
    is_due_exact = models.BooleanField(default=True)
    asked_until = models.DateField(null=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-recorded_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cause_kind", "cause"],
                condition=models.Q(is_open=True) & ~models.Q(cause=""),
                name="one_open_case_a_cause",
            )
        ]
        indexes = [models.Index(fields=["is_open", "due_on"])]

    def __str__(self) -> str:
        return f"{self.address} {self.state}"


class CaseStep(models.Model):
    """One step of a case and what the case says since, or the counter-step that took one back."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20)
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone_by")
    state = models.CharField(max_length=10, choices=CASE_STATES)
    department_code = models.CharField(max_length=40, blank=True)
    due_on = models.DateField(null=True)
    is_due_exact = models.BooleanField(default=True)
    asked_until = models.DateField(null=True)
    note = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["case_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.step} {self.actor}"


class CaseFile(models.Model):
    """A file that shows what was done; taken back by a date, never removed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="files")
    document = models.ForeignKey("store.Document", on_delete=models.PROTECT, related_name="case_files")
    name = models.CharField(max_length=255)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["case_id", "id"]

    def __str__(self) -> str:
        return self.name
