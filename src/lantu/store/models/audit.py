"""The audit chain: one row per change of state, each sealed by a hash of the row before."""

from django.db import models


class AuditRow(models.Model):
    """What was done, by whom, to what.

    No foreign keys on purpose: the row must outlive and not depend on what it tells of.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=300)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    row_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]
        indexes = [models.Index(fields=["action", "-seq"])]

    def __str__(self) -> str:
        return f"{self.seq} {self.at:%Y-%m-%d %H:%M:%S} {self.actor} {self.action} {self.subject}"
