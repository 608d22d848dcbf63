"""Tokens of programs that use the API, and the answers to writes that carried an idempotency key."""

from django.conf import settings
from django.db import models


class ApiToken(models.Model):
    """What lets a program act as a person, within scopes and until a moment.

    `digest` is the SHA-256 of the secret, which is kept nowhere; `hint` its first characters, for people. `scopes` are actions of
    the policy: a token never allows what its person may not do. `ended_at` is when somebody ended it.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=16)
    scopes = models.JSONField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-recorded_at", "-id"]

    def __str__(self) -> str:
        return f"{self.user} {self.name} {self.hint}"


class KeptAnswer(models.Model):
    """The answer to a write, given again when the same person sends the same key with the same request.

    Written in the transaction of the write itself, so that there is never one without the other.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="kept_answers")
    key = models.CharField(max_length=80)
    request_digest = models.CharField(max_length=64)
    status = models.IntegerField()
    body = models.JSONField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.key} {self.status}"
