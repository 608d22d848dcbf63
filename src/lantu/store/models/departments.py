"""The register of departments, who answers for what, and who heads a department."""

from django.conf import settings
from django.db import models

OWNED = (("indicator", "指标"), ("target", "目标"))
POSTS = (("head", "负责人"), ("leader", "分管领导"))


class Department(models.Model):
    """A department of a place's government, or a part of one; the days are the first and the last it stood."""

    code = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="departments")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["place_id", "code"]

    def __str__(self) -> str:
        return f"{self.name} {self.code}"


class Ownership(models.Model):
    """Who answers for an indicator in a place, or for a target, from a day on.

    Grain: one row per thing, place and hand-over. Nothing is overwritten: in force on a day is the row with the
    latest `from_on` up to that day, and of those the one recorded last. `thing` is an indicator's code or a target's
    address; `post` is a post or person, blank for the department as such. A guess is one nobody confirmed yet.
    """

    kind = models.CharField(max_length=10, choices=OWNED)
    thing = models.CharField(max_length=300)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT)
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="ownerships")
    post = models.CharField(max_length=120, blank=True)
    is_guessed = models.BooleanField(default=False)
    from_on = models.DateField()
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "thing", "place_id", "from_on", "recorded_at", "id"]
        indexes = [models.Index(fields=["kind", "thing", "place"])]

    def __str__(self) -> str:
        return f"{self.thing} {self.place_id} {self.department_id} {self.from_on}"


class Headship(models.Model):
    """Who heads a department 负责人, or answers for it in the place's leadership 分管领导, from a day on.

    Grain: one row per department, post and hand-over. Nothing is overwritten: in force on a day is the row with the latest
    `from_on` up to that day, and of those the one recorded last. A blank name says that from then on nobody holds the post.
    `account` is who is told; null where they have none here. `post` is what they are called, such as 局长.
    """

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="headships")
    kind = models.CharField(max_length=6, choices=POSTS)
    name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=120, blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="headships")
    from_on = models.DateField()
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["department_id", "kind", "from_on", "recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.department_id} {self.kind} {self.name} {self.from_on}"
