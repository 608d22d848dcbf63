"""Who may do what: roles over a place subtree and a department."""

from django.conf import settings
from django.db import models

ROLES = (
    ("viewer", "viewer 浏览"),
    ("reporter", "reporter 填报"),
    ("reviewer", "reviewer 审核"),
    ("planner", "planner 规划"),
    ("supervisor", "supervisor 督查"),
    ("auditor", "auditor 审计"),
    ("administrator", "administrator 管理"),
)


class Assignment(models.Model):
    """One role of one person, over one place and all that lies in it.

    A blank department means all departments.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=20, choices=ROLES)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT)
    department = models.CharField(max_length=80, blank=True)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "ended_at"])]

    def __str__(self) -> str:
        return f"{self.user} {self.role} {self.place_id} {self.department}".strip()
