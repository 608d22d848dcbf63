"""Adjustments 调整修订 of targets, of the figures they start from, and of projects; old and new stay."""

from django.db import models

ADJUSTED = (("value", "目标值"), ("base", "基期值"), ("due", "建成年份"), ("sum", "总投资"), ("scope", "建设规模"))
"""Parts of a target, then of a project."""
ADJUSTMENT_STATES = (
    ("submitted", "待审核"),
    ("reviewed", "待批准"),
    ("approved", "已批准"),
    ("refused", "未批准"),
    ("withdrawn", "已撤回"),
)


class Adjustment(models.Model):
    """One figure of a target, or one thing said of a project, replaced by another from a day on.

    Keyed by the address of the target or project, which stays the same over the versions of a plan. `before` is what held
    when it was asked for, null where nothing was stated; a scope is words, and its `amount` is null. It holds for a
    judgement if it was approved by the moment and in effect by the day the judgement speaks for; of several the one with
    the latest `effective_on`, and of those the one recorded last. `version_name` names a revised base ("七普修订").
    `state` repeats what the last of its steps says.
    """

    target_address = models.CharField(max_length=300)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="adjustments")
    part = models.CharField(max_length=5, choices=ADJUSTED)
    before = models.DecimalField(max_digits=38, decimal_places=10, null=True)
    amount = models.DecimalField(max_digits=38, decimal_places=10, null=True)
    words_before = models.CharField(max_length=300, blank=True)
    words = models.CharField(max_length=300, blank=True)
    unit = models.CharField(max_length=60)
    version_name = models.CharField(max_length=60, blank=True)
    grounds = models.TextField()
    document = models.ForeignKey("store.Document", null=True, on_delete=models.PROTECT, related_name="adjustments")
    effective_on = models.DateField()
    state = models.CharField(max_length=10, choices=ADJUSTMENT_STATES)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-recorded_at", "-id"]
        indexes = [models.Index(fields=["target_address", "part"])]

    def __str__(self) -> str:
        return f"{self.target_address} {self.part} {self.amount} {self.state}"


class AdjustmentStep(models.Model):
    """One step of an adjustment, or the counter-step that undoes it."""

    adjustment = models.ForeignKey(Adjustment, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=ADJUSTMENT_STATES)
    note = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["adjustment_id", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.adjustment_id} {self.step} {self.actor}"
