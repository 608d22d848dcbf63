"""消息: how each person wants to be told, and for administrators the channels, a test, and the outbox.

In: forms. Out: two pages. Left out on purpose: setting channels up, which needs secrets and is done in the environment.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages as notes
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.act.messages import CHANNELS, KINDS
from lantu.run.delivering import MessageRefusedError, retry_message, send_test, set_wish
from lantu.show.access import OWN, check_may, needs, reach_for
from lantu.show.refusals import explain_refusal
from lantu.show.titles import place_name
from lantu.show.unread import heed
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.channels import open_channels
from lantu.store.fetch.messages import count_messages, find_message, find_wish, list_messages
from lantu.store.keep.messages import Wish

MOST = 200
"""Lines of the outbox; a state narrows it."""
KIND_WORDS: dict[str, Any] = {
    "case_assigned": gettext_lazy("督办事项交办"),
    "case_due": gettext_lazy("督办事项快到期、逾期和升级"),
    "returned": gettext_lazy("填报和反馈被退回"),
    "return_due": gettext_lazy("填报快到期、逾期和升级"),
    "work_assigned": gettext_lazy("任务和项目由本部门牵头"),
    "work_due": gettext_lazy("任务、节点和项目快到期、逾期和升级"),
    "objection": gettext_lazy("申诉待答复"),
    "decided": gettext_lazy("申诉已答复"),
    "warning": gettext_lazy("橙色和红色预警"),
    "review": gettext_lazy("审校完成"),
    "test": gettext_lazy("测试消息"),
}
CHANNEL_WORDS: dict[str, Any] = {"mail": gettext_lazy("邮件"), "hook": gettext_lazy("网络接口")}
STATE_WORDS: dict[str, Any] = {
    "waiting": gettext_lazy("待发"),
    "sent": gettext_lazy("已发出"),
    "dead": gettext_lazy("未能送达"),
}


class WishForm(forms.Form):
    """Where and in which language, and which kinds."""

    mail_address = forms.EmailField(label=gettext_lazy("邮箱"), required=False, max_length=254)
    hook_name = forms.CharField(label=gettext_lazy("在网络接口那边的名字"), required=False, max_length=150)
    language = forms.ChoiceField(
        label=gettext_lazy("语言"), required=False, choices=[("", "—"), ("zh-hans", "中文"), ("en", "English")]
    )
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("要收的消息"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(kind, KIND_WORDS[kind]) for kind in KINDS],
    )


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message of the outbox."""

    key: int
    title: str
    path: str
    kind: Any
    person: str
    place: str
    channel: Any
    address: str
    state: str
    state_word: Any
    tries: int
    reason: str
    recorded_at: datetime
    next_at: datetime | None
    sent_at: datetime | None


@needs(OWN)
def own_messages(request: HttpRequest) -> HttpResponse:
    """The form as it was kept."""
    wish = find_wish(request.user)
    kept = {
        "mail_address": wish.mail_address,
        "hook_name": wish.hook_name,
        "language": wish.language,
        "kinds": [kind for kind in KINDS if kind not in wish.unwanted],
    }
    return render_own(request, WishForm(initial=kept))


@require_POST
@needs(OWN)
def save_own_messages(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen."""
    form = WishForm(request.POST)
    if not form.is_valid():
        return render_own(request, form, status=422)
    said = form.cleaned_data
    unwanted = tuple(kind for kind in KINDS if kind not in said["kinds"])
    wish = Wish(said["mail_address"], said["hook_name"], said["language"], unwanted)
    set_wish(request.user, wish, by=request.user.get_username())
    notes.success(request, _("已保存。"))
    return redirect("own_messages")


def render_own(request: HttpRequest, form: WishForm, status: int = 200) -> HttpResponse:
    """The page of the own wishes."""
    names = [word_for(CHANNEL_WORDS, name) for name in open_channels().names]
    context = {"form": form, "channels": names, "email": getattr(request.user, "email", "")}
    return render(request, "lantu/own_messages.html", context, status=status)


@needs("manage")
def messages(request: HttpRequest) -> HttpResponse:
    """Channels and the outbox, for the places whoever asks manages."""
    reach = reach_for(request, "manage")
    places = frozenset(code for code in reach.places if reach.covers(code))
    unread = heed(request, {"state": STATE_WORDS})
    state = request.GET.get("state", "")
    counts = count_messages(places)
    context = {
        "unread": unread,
        "channels": open_channels(),
        "test_channels": [(name, CHANNEL_WORDS[name]) for name in CHANNELS if name in open_channels().names],
        "lines": [build_line(row) for row in list_messages(places, state if state in STATE_WORDS else "", MOST)],
        "states": [(code, word, counts.get(code, 0), code == state) for code, word in STATE_WORDS.items()],
        "total": sum(counts.values()),
        "is_all": state not in STATE_WORDS,
    }
    return render(request, "lantu/messages.html", context)


@require_POST
@needs("manage")
def test_channel(request: HttpRequest) -> HttpResponse:
    """Write a test message to oneself."""
    place = reach_for(request, "manage").granted[0][0]
    try:
        send_test(request.user, request.POST.get("channel", ""), place, by=request.user.get_username())
        notes.success(request, _("测试消息已放进发件箱。"))
    except MessageRefusedError as error:
        notes.error(request, explain_refusal(error.code))
    return redirect("messages")


@require_POST
@needs("manage")
def retry_one_message(request: HttpRequest, key: int) -> HttpResponse:
    """Try a message anew."""
    message = find_message(key)
    if message is None:
        raise Http404
    check_may(request, "manage", message.place_id)
    try:
        retry_message(key, by=request.user.get_username())
    except MessageRefusedError as error:
        notes.error(request, explain_refusal(error.code))
    return redirect("messages")


def build_line(row: models.Message) -> MessageLine:
    """One message in words."""
    return MessageLine(
        row.pk, row.title, row.path, word_for(KIND_WORDS, row.kind), row.person.get_username(), place_name(row.place),
        word_for(CHANNEL_WORDS, row.channel), row.address, row.state, word_for(STATE_WORDS, row.state), row.tries,
        row.reason, row.recorded_at, row.next_at, row.sent_at,
    )  # fmt: skip
