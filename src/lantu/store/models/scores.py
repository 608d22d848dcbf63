"""Assessment 考核: versions of rule sets, scores as they were given, objections 申诉 and their answers. Rows are only added."""

from django.db import models

SUBJECT_KINDS = (("department", "部门"), ("district", "县（市、区）"))
OUTCOMES = (
    ("rejected", "维持原分"),
    ("shared", "改计分"),
    ("left_out", "不计分"),
    ("refigured", "按更正后的数据重算"),
)


class ScoreRules(models.Model):
    """One version of a rule set, as the file that laid it down; never changed."""

    code = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=80)
    subject = models.CharField(max_length=10, choices=SUBJECT_KINDS)
    file_name = models.CharField(max_length=255)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["code", "-recorded_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="one_text_a_version_of_rules")]

    def __str__(self) -> str:
        return f"{self.code}/{self.version}"


class ScoreRun(models.Model):
    """All scores by one rule set for one place, as of a day, whole in `body`.

    `known_at` is the instant whose knowledge they were given with. `after` is the run that this one corrects; the
    last of a chain holds.
    """

    rules = models.ForeignKey(ScoreRules, on_delete=models.PROTECT, related_name="runs")
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="score_runs")
    as_of = models.DateField()
    known_at = models.DateTimeField()
    body = models.JSONField()
    digest = models.CharField(max_length=64)
    after = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="before")
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-recorded_at", "-id"]

    def __str__(self) -> str:
        return f"{self.rules_id} {self.place_id} {self.as_of}"


class Objection(models.Model):
    """Somebody scored objects 申诉 to one target of their score, or ("") to the whole."""

    run = models.ForeignKey(ScoreRun, on_delete=models.PROTECT, related_name="objections")
    subject_code = models.CharField(max_length=40)
    target = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-recorded_at", "-id"]

    def __str__(self) -> str:
        return f"{self.run_id} {self.subject_code} {self.target}"


class ObjectionAnswer(models.Model):
    """The answer to an objection, and the run it led to, if it was upheld."""

    objection = models.OneToOneField(Objection, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=10, choices=OUTCOMES)
    share = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    note = models.TextField()
    led_to = models.ForeignKey(ScoreRun, null=True, on_delete=models.PROTECT, related_name="answers")
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.objection_id} {self.outcome}"
