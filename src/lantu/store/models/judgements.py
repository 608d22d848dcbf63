"""Targets made from entries, and how they stood."""

from django.db import models


class PlanTarget(models.Model):
    """An executable promise of one plan version."""

    address = models.CharField(max_length=300)
    version = models.ForeignKey("store.PlanVersion", on_delete=models.PROTECT, related_name="targets")
    entry = models.ForeignKey("store.PlanEntry", on_delete=models.PROTECT, related_name="targets")
    position = models.IntegerField()
    indicator_code = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=300)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT)
    form = models.CharField(max_length=12)
    due_year = models.IntegerField()
    is_binding = models.BooleanField(default=False)
    body = models.JSONField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["version_id", "position"]
        constraints = [models.UniqueConstraint(fields=["version", "address"], name="one_target_address_a_version")]
        indexes = [models.Index(fields=["indicator_code", "place"])]

    def __str__(self) -> str:
        return f"{self.name} {self.due_year}"


class StandingRow(models.Model):
    """How a target stood, judged for a day; written only when the answer changed.

    The one in force is the latest recorded for its target.
    """

    target = models.ForeignKey(PlanTarget, on_delete=models.PROTECT, related_name="standings")
    as_of = models.DateField()
    klass = models.CharField(max_length=12)
    is_preliminary = models.BooleanField(default=False)
    reason = models.CharField(max_length=30, blank=True)
    data_date = models.DateField(null=True)
    body = models.JSONField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["target_id", "recorded_at", "id"]
        indexes = [models.Index(fields=["target", "-recorded_at"])]

    def __str__(self) -> str:
        return f"{self.target_id} {self.as_of} {self.klass}"
