"""Runs of the checker, what each found, what people decided about it, and their word on names."""

from django.db import models

VERDICTS = (
    ("accepted", "接受"),
    ("fixed", "已改正"),
    ("lapsed", "不再检出"),
    ("reopened", "重新打开"),
    ("withdrawn", "撤回"),
)
PAIR_VERDICTS = (
    ("same", "同一指标"),
    ("apart", "不是同一指标"),
    ("withdrawn", "撤回"),
)


class CheckRun(models.Model):
    """One run over chosen plan versions. `scope` is the keys of their plans in order ("1+3")."""

    scope = models.CharField(max_length=200)
    versions = models.ManyToManyField("store.PlanVersion", related_name="checks")
    program = models.CharField(max_length=40)
    actor = models.CharField(max_length=150)
    alignments = models.JSONField(default=list)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(fields=["scope", "recorded_at"])]

    def __str__(self) -> str:
        return f"{self.scope} {self.recorded_at}"


class FindingRow(models.Model):
    """One finding of one run.

    `key` is the same in every run that finds the same thing, so that decisions hold. `plans` are the plans its
    evidence stands in. `body` holds the whole finding; the sources of its evidence are keys of plan versions.
    """

    run = models.ForeignKey(CheckRun, on_delete=models.PROTECT, related_name="findings")
    key = models.CharField(max_length=40)
    position = models.IntegerField()
    code = models.CharField(max_length=4)
    kind = models.CharField(max_length=30)
    severity = models.CharField(max_length=7)
    title = models.TextField()
    plans = models.JSONField(default=list)
    body = models.JSONField()

    class Meta:
        ordering = ["run_id", "position"]
        constraints = [models.UniqueConstraint(fields=["run", "key"], name="one_finding_key_a_run")]
        indexes = [models.Index(fields=["key"])]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class FindingDecision(models.Model):
    """One word on one finding, by a person or by a run that no longer found it; the latest not withdrawn counts.

    Nothing is overwritten: to undo is to withdraw, which is a decision too. `version` is the plan version in
    which a fixed finding is gone.
    """

    key = models.CharField(max_length=40)
    run = models.ForeignKey(CheckRun, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=10, choices=VERDICTS)
    reason = models.TextField(blank=True)
    version = models.ForeignKey("store.PlanVersion", null=True, on_delete=models.PROTECT, related_name="fixes")
    is_automatic = models.BooleanField(default=False)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(fields=["key", "recorded_at"])]

    def __str__(self) -> str:
        return f"{self.key} {self.verdict} {self.actor}"


class NamePair(models.Model):
    """A person's word that two names mean one indicator, or do not; the latest on a pair counts.

    It holds for the place and all that lies in it. `first` and `second` are in the order in which they were told.
    """

    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="name_pairs")
    first = models.CharField(max_length=300)
    second = models.CharField(max_length=300)
    verdict = models.CharField(max_length=10, choices=PAIR_VERDICTS)
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.first} {self.verdict} {self.second}"
