"""What the registry keeps for the lake: rows not yet flushed, what each flush changed, and how far an import is."""

from django.db import models


class LakeCounter(models.Model):
    """One row: the last number given to a reading. Whoever appends holds it, so numbers are given in order of commit."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    sequence = models.BigIntegerField(default=0)
    flushed = models.BigIntegerField(default=0)
    recorded_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.sequence}, flushed to {self.flushed}"


class StagedBatch(models.Model):
    """Readings answered and not yet in the lake's files.

    Grain: one row per appended batch. `data` is an Arrow stream of STAGED_SCHEMA, whose
    rows are numbered from `first` to `last`.
    """

    first = models.BigIntegerField(primary_key=True)
    last = models.BigIntegerField()
    rows = models.IntegerField()
    data = models.BinaryField()
    source = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["first"]

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


class LakeFlush(models.Model):
    """What one flush put into the files.

    `changes` is an Arrow stream: series, first and last instant, rows. It tells what must
    be computed anew; `last` is the highest number it covers.
    """

    last = models.BigIntegerField(primary_key=True)
    version = models.BigIntegerField()
    rows = models.IntegerField()
    doubled = models.IntegerField()
    corrected = models.IntegerField()
    changes = models.BinaryField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["last"]

    def __str__(self) -> str:
        return f"to {self.last}: {self.rows} rows"


class ReadingImport(models.Model):
    """How far the import of a file is, so that it can go on where it was stopped.

    Grain: one row per file content and way of reading it. `counts` adds up what became of its
    rows, `remarks` holds the first diagnostics.
    """

    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    actor = models.CharField(max_length=150)
    rows_done = models.BigIntegerField(default=0)
    counts = models.JSONField(default=dict)
    remarks = models.JSONField(default=list)
    began_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-began_at", "-id"]

    def __str__(self) -> str:
        return f"{self.name}: {self.rows_done}"
