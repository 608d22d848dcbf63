"""What was wrong with a document or a return, kept beside it."""

from django.db import models


class Notice(models.Model):
    """One diagnostic as it was given: code, place, words and hint."""

    version = models.ForeignKey("store.PlanVersion", null=True, on_delete=models.PROTECT, related_name="notices")
    batch = models.ForeignKey("store.ReturnBatch", null=True, on_delete=models.PROTECT, related_name="notices")
    code = models.CharField(max_length=4)
    severity = models.CharField(max_length=7)
    message = models.TextField()
    hint = models.TextField(blank=True)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    file = models.CharField(max_length=255, blank=True)
    row = models.IntegerField(null=True)
    column = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.code} {self.message}"
