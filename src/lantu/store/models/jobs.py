"""Long work that people wait for, with its progress."""

from django.db import models

JOB_STATES = (
    ("queued", "排队"),
    ("running", "进行中"),
    ("done", "完成"),
    ("failed", "失败"),
)


class Job(models.Model):
    """One piece of background work. Progress is overwritten: it is not a fact of the city."""

    kind = models.CharField(max_length=30)
    subject = models.CharField(max_length=300)
    actor = models.CharField(max_length=150)
    state = models.CharField(max_length=10, choices=JOB_STATES, default="queued")
    step = models.CharField(max_length=40, blank=True)
    progress_pct = models.IntegerField(default=0)
    message = models.TextField(blank=True)
    result = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.state}"
