"""Reports as they were made, and the passages people wrote for them."""

from django.db import models

REPORT_KINDS = (
    ("annual", "年度监测分析"),
    ("midterm", "中期评估"),
    ("final", "总结评估"),
)


class ReportRow(models.Model):
    """One report, whole: it is printed from `body` at any later time with the same figures.

    `known_at` is the instant whose knowledge it was made with; `digest` is of the body.
    """

    kind = models.CharField(max_length=10, choices=REPORT_KINDS)
    plan = models.ForeignKey("store.Plan", on_delete=models.PROTECT, related_name="reports")
    year = models.IntegerField()
    as_of = models.DateField()
    known_at = models.DateTimeField()
    title = models.CharField(max_length=300)
    body = models.JSONField()
    digest = models.CharField(max_length=64)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-recorded_at", "-id"]
        indexes = [models.Index(fields=["digest"])]

    def __str__(self) -> str:
        return f"{self.title} {self.as_of}"


class PassageText(models.Model):
    """What somebody wrote for a named passage; the latest recorded for its plan, kind, year and name counts.

    `cited` holds address and text of each fact it states, as they stood when it was written.
    """

    plan = models.ForeignKey("store.Plan", on_delete=models.PROTECT, related_name="passages")
    kind = models.CharField(max_length=10, choices=REPORT_KINDS)
    year = models.IntegerField()
    name = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    cited = models.JSONField(default=dict)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(fields=["plan", "kind", "year"])]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.kind} {self.year} {self.name}"
