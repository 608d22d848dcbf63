"""Warnings 预警 and every step of each."""

from django.db import models

WARNING_LEVELS = (("blue", "蓝色"), ("yellow", "黄色"), ("orange", "橙色"), ("red", "红色"))
WARNING_STEPS = (("opened", "发布"), ("raised", "升级"), ("lowered", "降级"), ("closed", "解除"))


class WarningRow(models.Model):
    """One warning, from the day it was opened to the day it was closed.

    `level`, `rule` and `is_open` repeat what the last of its steps says. `address` is stable and never used again.
    """

    address = models.CharField(max_length=200, unique=True)
    cause = models.CharField(max_length=20)
    subject = models.CharField(max_length=300)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="warnings")
    indicator_code = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=300)
    department = models.CharField(max_length=120, blank=True)
    level = models.CharField(max_length=6, choices=WARNING_LEVELS)
    rule = models.CharField(max_length=40)
    is_open = models.BooleanField(default=True)
    since = models.DateField()
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-opened_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cause", "subject"], condition=models.Q(is_open=True), name="one_open_warning_a_cause"
            )
        ]
        indexes = [models.Index(fields=["is_open", "level"])]

    def __str__(self) -> str:
        return f"{self.address} {self.level}"


class WarningStep(models.Model):
    """Something that happened to a warning: on which day, by which rule, with which figures."""

    warning = models.ForeignKey(WarningRow, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=7, choices=WARNING_STEPS)
    level = models.CharField(max_length=6, choices=WARNING_LEVELS)
    rule = models.CharField(max_length=40)
    rule_name = models.CharField(max_length=120, blank=True)
    rule_name_en = models.CharField(max_length=120, blank=True)
    as_of = models.DateField()
    evidence = models.JSONField(default=list)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["warning_id", "id"]

    def __str__(self) -> str:
        return f"{self.warning_id} {self.step} {self.level}"
