"""What the reader found in one plan version."""

from django.db import models


class PlanSection(models.Model):
    """A heading, box, note or caption of a plan version."""

    version = models.ForeignKey("store.PlanVersion", on_delete=models.PROTECT, related_name="sections")
    section_id = models.CharField(max_length=64)
    parent_id_text = models.CharField(max_length=64, blank=True)
    kind = models.CharField(max_length=10)
    level = models.IntegerField()
    number = models.CharField(max_length=40, blank=True)
    title = models.TextField(blank=True)
    start = models.IntegerField()
    end = models.IntegerField()
    body_end = models.IntegerField()

    class Meta:
        ordering = ["version_id", "start"]
        indexes = [models.Index(fields=["version", "start"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class PlanTable(models.Model):
    """An indicator table of a plan version: where it stands and its cells as JSON."""

    version = models.ForeignKey("store.PlanVersion", on_delete=models.PROTECT, related_name="tables")
    caption = models.TextField(blank=True)
    start = models.IntegerField()
    end = models.IntegerField()
    body = models.JSONField()

    class Meta:
        ordering = ["version_id", "start"]

    def __str__(self) -> str:
        return self.caption


class PlanEntry(models.Model):
    """One promise, report, task or project with its exact place in the text.

    Columns repeat what pages filter and sort by; `body` holds the whole entry.
    `value` is the number as printed and `unit` the unit as printed.
    """

    version = models.ForeignKey("store.PlanVersion", on_delete=models.PROTECT, related_name="entries")
    entry_id = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    origin = models.CharField(max_length=10)
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    section = models.CharField(max_length=64, blank=True)
    indicator = models.CharField(max_length=300)
    indicator_code = models.CharField(max_length=80, blank=True)
    value = models.DecimalField(max_digits=38, decimal_places=10, null=True)
    unit = models.CharField(max_length=60, blank=True)
    year = models.IntegerField(null=True)
    row_no = models.IntegerField(null=True)
    category = models.CharField(max_length=120, blank=True)
    attribute = models.CharField(max_length=10, blank=True)
    body = models.JSONField()

    class Meta:
        ordering = ["version_id", "start", "id"]
        constraints = [models.UniqueConstraint(fields=["version", "entry_id"], name="one_entry_id_a_version")]
        indexes = [models.Index(fields=["version", "kind"])]

    def __str__(self) -> str:
        return f"{self.indicator} {self.quote[:40]}"
