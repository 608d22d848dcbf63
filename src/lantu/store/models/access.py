"""Who may do what: roles over a place subtree and a department; accounts and attempts to sign in."""

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

    A blank department means all departments, else it is the code of one. Days are those of China; both ends are
    included, and null means without end. `ended_at` is the moment somebody took the role away before its last day.
    `source` is "group" where a group of the city's sign-in service gave it, which takes it away again, else blank.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=20, choices=ROLES)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT)
    department = models.CharField(max_length=80, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=10, blank=True, default="")
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "ended_at"])]

    def __str__(self) -> str:
        return f"{self.user} {self.role} {self.place_id} {self.department}".strip()


class Account(models.Model):
    """What an account needs beside its name and password.

    `epoch` is raised to end every session that was begun before: signing out everywhere.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="account")
    epoch = models.IntegerField(default=0)
    must_change_password = models.BooleanField(default=False)
    password_set_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user}"


class SignInAttempt(models.Model):
    """One attempt to sign in under a name, whether an account has it or not."""

    name = models.CharField(max_length=150)
    has_succeeded = models.BooleanField()
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["name", "-recorded_at"])]

    def __str__(self) -> str:
        return f"{self.name} {self.recorded_at:%Y-%m-%d %H:%M:%S} {self.has_succeeded}"


class OuterIdentity(models.Model):
    """Whom the city's sign-in service means by a subject: one account, until an administrator unlinks it; the row stays."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="outer_identities")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject"],
                condition=models.Q(ended_at__isnull=True),
                name="one_account_a_linked_subject",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.subject}"
