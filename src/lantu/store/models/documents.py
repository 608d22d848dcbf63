"""Documents by content hash, the plans they state, and the versions of a plan."""

from django.db import models

PLAN_KINDS = (
    ("outline", "发展规划纲要"),
    ("special_plan", "专项规划"),
    ("regional_plan", "区域规划"),
    ("spatial_plan", "国土空间规划"),
    ("action_plan", "行动计划"),
    ("annual_plan", "年度计划"),
    ("work_report", "政府工作报告"),
    ("bulletin", "统计公报"),
    ("news", "新闻"),
    ("other", "其他"),
)
VERSION_STATES = (
    ("queued", "排队"),
    ("reading", "阅读中"),
    ("read", "已读"),
    ("failed", "失败"),
)


class Document(models.Model):
    """The bytes somebody gave us, kept unchanged and known by their SHA-256.

    `marks` says where stretches of `text` stand in the file, as `store.codec` writes them; empty for plain text.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=255)
    size_bytes = models.BigIntegerField()
    encoding = models.CharField(max_length=40, blank=True)
    data = models.BinaryField()
    text = models.TextField(blank=True)
    marks = models.JSONField(default=list)
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.sha256[:12]}"


class Plan(models.Model):
    """What an authority adopted: level, kind, period. Its text is in its versions."""

    address = models.CharField(max_length=200, unique=True)
    title = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20, choices=PLAN_KINDS)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="plans")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    first_year = models.IntegerField(null=True)
    last_year = models.IntegerField(null=True)
    adopted_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["place_id", "first_year", "id"]

    def __str__(self) -> str:
        return self.title


class PlanFiling(models.Model):
    """Of what kind a plan is and which plan stands above it, since a moment; the latest recorded counts.

    `Plan.kind` and `Plan.parent` repeat what the latest says.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="filings")
    kind = models.CharField(max_length=20, choices=PLAN_KINDS)
    parent = models.ForeignKey(Plan, null=True, on_delete=models.PROTECT, related_name="child_filings")
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["plan_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.kind} {self.parent_id}"


class PlanVersion(models.Model):
    """One text of a plan, as read by one version of the reader, or that reading as people reviewed it.

    `facts` is what the document says of itself; null where it was read before that was kept.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.IntegerField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    reader = models.CharField(max_length=40)
    revises = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="revisions")
    state = models.CharField(max_length=10, choices=VERSION_STATES)
    message = models.TextField(blank=True)
    facts = models.JSONField(null=True)
    recorded_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["plan_id", "number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_number_a_plan_version")]

    def __str__(self) -> str:
        return f"{self.plan} v{self.number}"
