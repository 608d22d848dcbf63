"""Messages: what is to be told whom, how far it got, and how each person wants to be told."""

from django.conf import settings
from django.db import models

CHANNELS = (("mail", "邮件"), ("hook", "网络接口"))
MESSAGE_STATES = (("waiting", "待发"), ("sent", "已发出"), ("dead", "未能送达"))


class Message(models.Model):
    """One message to one person by one channel: the outbox, written in the transaction of what it tells of.

    `key` names the message for good, so that it is never written twice and whoever receives it twice can tell. `path` leads to
    the page it speaks of. `leased_until` keeps two workers from sending it at once. How far a message got is
    overwritten: it is not a fact of the city.
    """

    key = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=20)
    stage = models.CharField(max_length=20, blank=True)
    subject = models.CharField(max_length=300)
    place = models.ForeignKey("store.Place", on_delete=models.PROTECT, related_name="messages")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="messages_got")
    channel = models.CharField(max_length=4, choices=CHANNELS)
    address = models.CharField(max_length=254)
    title = models.CharField(max_length=300)
    text = models.TextField()
    path = models.CharField(max_length=300)
    state = models.CharField(max_length=8, choices=MESSAGE_STATES, default="waiting")
    tries = models.IntegerField(default=0)
    reason = models.TextField(blank=True)
    next_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-recorded_at", "-id"]
        indexes = [models.Index(fields=["state", "next_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.channel} {self.state}"


class MessageWish(models.Model):
    """How somebody wants to be told; without a row all kinds, in the instance's language, to the account's e-mail address.

    `hook_name` is who they are to the system behind the webhook; blank for the name of the account.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="message_wish")
    mail_address = models.CharField(max_length=254, blank=True)
    hook_name = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=10, blank=True)
    unwanted = models.JSONField(default=list)
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user} {self.unwanted}"
