"""Returns, the observations they brought, and the values computed from them."""

from django.db import models


class ReturnBatch(models.Model):
    """One file of reported figures, with how many rows were kept.

    From `withdrawn_at` on its figures do not count any more: the sheet they came from is no longer accepted.
    """

    name = models.CharField(max_length=255)
    document = models.ForeignKey("store.Document", on_delete=models.PROTECT, related_name="returns")
    actor = models.CharField(max_length=150)
    rows_read = models.IntegerField()
    rows_kept = models.IntegerField()
    rows_refused = models.IntegerField()
    rows_doubled = models.IntegerField()
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-recorded_at", "-id"]

    def __str__(self) -> str:
        return f"{self.name} {self.recorded_at:%Y-%m-%d}"


class StagedObservation(models.Model):
    """One reported figure, durable from the moment it is answered.

    Grain: one row per series, period and source key. `amount` is in the
    definition's `unit`; null only where `absence` says why.
    """

    batch = models.ForeignKey(ReturnBatch, on_delete=models.PROTECT, related_name="observations")
    source_key = models.CharField(max_length=64, unique=True)
    indicator_code = models.CharField(max_length=80)
    place_code = models.CharField(max_length=20)
    period_start = models.DateField()
    period_end = models.DateField()
    amount = models.DecimalField(max_digits=38, decimal_places=10, null=True)
    absence = models.CharField(max_length=20, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    bound = models.CharField(max_length=2)
    status = models.CharField(max_length=12)
    row = models.IntegerField()
    source_name = models.CharField(max_length=300, blank=True)
    source_url = models.CharField(max_length=500, blank=True)
    quote = models.TextField(blank=True)
    published_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["indicator_code", "place_code", "period_end", "id"]
        indexes = [
            models.Index(fields=["indicator_code", "place_code", "period_end"]),
            models.Index(fields=["recorded_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_code} {self.place_code} {self.period_end} {self.amount}"


class ValueRow(models.Model):
    """An indicator's figure for a place and a period, as computed at a moment.

    The one in force is the latest recorded for its series and period.
    """

    indicator_code = models.CharField(max_length=80)
    place_code = models.CharField(max_length=20)
    period_start = models.DateField()
    period_end = models.DateField()
    amount = models.DecimalField(max_digits=38, decimal_places=10, null=True)
    absence = models.CharField(max_length=20, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    bound = models.CharField(max_length=2)
    status = models.CharField(max_length=12)
    rule = models.CharField(max_length=200)
    inputs = models.JSONField()
    published_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["indicator_code", "place_code", "period_end", "id"]
        indexes = [
            models.Index(fields=["indicator_code", "place_code", "period_end"]),
            # Which row of a series is the last can be read from the index alone.
            models.Index(
                fields=["indicator_code", "place_code", "period_end", "period_start", "recorded_at", "id"],
                name="value_series",
            ),
            models.Index(fields=["place_code", "indicator_code", "period_end"], name="value_by_place"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_code} {self.place_code} {self.period_end} {self.amount}"
