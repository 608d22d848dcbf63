"""Places and indicator definitions, in versions."""

from django.db import models


class Place(models.Model):
    """An administrative area with its GB/T 2260 code."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)
    level = models.CharField(max_length=20)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    boundary = models.JSONField(null=True, blank=True)
    boundary_source = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.name} {self.code}"


class Indicator(models.Model):
    """One version of a definition; the one in force is the latest recorded for its code."""

    code = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    owner = models.CharField(max_length=120, blank=True)
    body = models.JSONField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["code", "recorded_at", "id"]
        indexes = [models.Index(fields=["code", "recorded_at"])]

    def __str__(self) -> str:
        return f"{self.name} {self.code}"
