"""A target broken down to places, departments and years, and the themes it is filed under."""

from django.db import models

PART_KINDS = (("place", "地区"), ("department", "部门"), ("year", "年度"))


class TargetPart(models.Model):
    """What one place, department or year has to bring to a target.

    Grain: one row per statement. The latest recorded for target, kind and share counts; a null amount takes the part
    back. Keyed by the target's address, which stays the same over the versions of a plan. `amount` is in the unit of
    the target. `share` is a place's code, a department's code or a year.
    """

    target_address = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=PART_KINDS)
    share = models.CharField(max_length=40)
    amount = models.DecimalField(max_digits=38, decimal_places=10, null=True)
    unit = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["target_address", "kind", "share", "recorded_at", "id"]
        indexes = [models.Index(fields=["target_address", "kind"])]

    def __str__(self) -> str:
        return f"{self.target_address} {self.kind} {self.share} {self.amount}"


class TargetTheme(models.Model):
    """A theme a target is filed under, until it is taken off."""

    target_address = models.CharField(max_length=300)
    theme = models.CharField(max_length=60)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["target_address", "theme", "id"]
        indexes = [models.Index(fields=["theme", "ended_at"]), models.Index(fields=["target_address"])]

    def __str__(self) -> str:
        return f"{self.target_address} {self.theme}"
