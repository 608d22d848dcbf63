"""What people decided about the entries the reader found."""

from django.db import models

VERDICTS = (
    ("accepted", "认可"),
    ("corrected", "更正"),
    ("rejected", "剔除"),
    ("added", "补录"),
    ("withdrawn", "撤回"),
)


class EntryDecision(models.Model):
    """One person's word on one entry; the latest recorded for an entry of a plan counts.

    Nothing is overwritten: to undo is to withdraw, which is a decision too.
    `version` is the reading that was looked at; the word holds for every later one that finds the same entry.
    `body` is the whole entry as corrected or added, else null.
    """

    version = models.ForeignKey("store.PlanVersion", on_delete=models.PROTECT, related_name="decisions")
    entry_id = models.CharField(max_length=40)
    verdict = models.CharField(max_length=10, choices=VERDICTS)
    body = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    batch = models.CharField(max_length=32, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(fields=["version", "entry_id"])]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.verdict} {self.actor}"
