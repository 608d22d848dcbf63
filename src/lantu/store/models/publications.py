"""Standings that were published: what the public is shown until the next publication."""

from django.db import models


class Publication(models.Model):
    """How a plan's targets stood when somebody published it; the latest recorded of a plan is shown, earlier ones stay.

    `body` holds the nouns as they were: targets, entries, standings and yearly figures. `digest` is that of the body.
    """

    plan = models.ForeignKey("store.Plan", on_delete=models.PROTECT, related_name="publications")
    number = models.IntegerField()
    as_of = models.DateField(null=True)
    body = models.JSONField()
    digest = models.CharField(max_length=64)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["plan_id", "number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_number_a_publication")]

    def __str__(self) -> str:
        return f"{self.plan_id} publication {self.number}"
