"""Major projects 重大项目 of a plan: whose they are, what they cost, planned per year, and what was reported of them."""

from django.db import models

PROJECT_STAGES = (
    ("preparing", "前期"),
    ("started", "开工"),
    ("building", "在建"),
    ("completed", "完工"),
    ("suspended", "停缓建"),
)
PROJECT_REPORT_STATES = (
    ("submitted", "已报送"),
    ("returned", "已退回"),
    ("accepted", "已认定"),
    ("withdrawn", "已撤回"),
)


class Project(models.Model):
    """One project of a plan, taken over from what the reader found.

    `address` is the plan's with the entry's id, the same over the versions of the plan.
    """

    address = models.CharField(max_length=300, unique=True)
    plan = models.ForeignKey("store.Plan", on_delete=models.PROTECT, related_name="projects")
    entry = models.ForeignKey("store.PlanEntry", on_delete=models.PROTECT, related_name="projects")
    name = models.CharField(max_length=300)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["plan_id", "entry_id"]

    def __str__(self) -> str:
        return self.name


class ProjectSetting(models.Model):
    """Where a project is, who leads it, its years, sum and scope; the latest recorded counts, earlier ones stay.

    Presumed is what the plan's words gave and nobody confirmed yet. Null is what nobody stated. Once confirmed, due year,
    sum and scope change by an adjustment only. `helpers` are codes of departments.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="settings")
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="projects")
    lead = models.ForeignKey("store.Department", null=True, on_delete=models.PROTECT, related_name="led_projects")
    helpers = models.JSONField(default=list)
    is_presumed = models.BooleanField()
    start_year = models.IntegerField(null=True)
    due_year = models.IntegerField(null=True)
    total_yuan = models.DecimalField(max_digits=24, decimal_places=2, null=True)
    scope = models.CharField(max_length=300, blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["project_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.project_id} {self.lead_id} {self.due_year}"


class ProjectYear(models.Model):
    """Investment planned for a project in a year 年度计划投资; the latest recorded counts, null takes it back."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="years")
    year = models.IntegerField()
    planned_yuan = models.DecimalField(max_digits=24, decimal_places=2, null=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["project_id", "year", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.project_id} {self.year} {self.planned_yuan}"


class ProjectReport(models.Model):
    """What the leading department says of a project for a quarter; counts once it is accepted.

    Grain: one row per statement; of a project and quarter the accepted one recorded last counts. `invested_yuan` is made
    from the first of January to the end of the quarter; `done_pct` is the share built 形象进度, null where it was not
    said. `state` repeats what the last of its steps says.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="reports")
    period_start = models.DateField()
    period_end = models.DateField()
    invested_yuan = models.DecimalField(max_digits=24, decimal_places=2)
    done_pct = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    stage = models.CharField(max_length=10, choices=PROJECT_STAGES)
    text = models.TextField()
    state = models.CharField(max_length=10, choices=PROJECT_REPORT_STATES)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["project_id", "period_end", "recorded_at", "id"]
        indexes = [models.Index(fields=["state"])]

    def __str__(self) -> str:
        return f"{self.project_id} {self.period_end} {self.stage} {self.state}"


class ProjectReportStep(models.Model):
    """One step of such a report, or the counter-step that undoes it."""

    report = models.ForeignKey(ProjectReport, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=PROJECT_REPORT_STATES)
    note = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["report_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.report_id} {self.step} {self.actor}"
