"""The own API tokens: which there are, making one, ending one.

In: forms. Out: one page; the secret of a new token is shown on it once. Left out on purpose: other people's tokens, which end
when their account is closed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.run.policy import reach_of
from lantu.run.tokens import LONGEST_DAYS, SCOPES, TokenRefusedError, end_token, issue_token
from lantu.show.access import OWN, needs
from lantu.show.refusals import explain_refusal
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.tokens import tokens_of

SCOPE_WORDS: dict[str, Any] = {
    "read": gettext_lazy("查看"),
    "see_sheet": gettext_lazy("查看填报表"),
    "fill_return": gettext_lazy("填报"),
    "review_return": gettext_lazy("审核填报"),
    "accept_return": gettext_lazy("认定填报"),
    "upload_return": gettext_lazy("成批报数"),
    "see_case": gettext_lazy("查看事项"),
    "handle_case": gettext_lazy("办理事项"),
    "supervise": gettext_lazy("交办和销号"),
    "report_task": gettext_lazy("报送任务进展"),
    "plan_work": gettext_lazy("认定任务进展，提出和审核调整"),
    "approve_adjustment": gettext_lazy("批准调整"),
}


class TokenForm(forms.Form):
    """A new token; only scopes that the own roles allow are offered."""

    name = forms.CharField(label=gettext_lazy("名称"), max_length=80)
    scopes = forms.MultipleChoiceField(label=gettext_lazy("可做的事"), widget=forms.CheckboxSelectMultiple)
    days = forms.IntegerField(label=gettext_lazy("有效天数"), min_value=1, max_value=LONGEST_DAYS, initial=90)

    def __init__(self, person: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = [scope for scope in SCOPES if reach_of(person, scope).covers()]
        self.fields["scopes"].choices = [(scope, SCOPE_WORDS[scope]) for scope in mine]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class TokenLine:
    """One token as the page shows it."""

    key: int
    name: str
    hint: str
    scopes: str
    expires_at: datetime
    last_used_at: datetime | None
    is_live: bool
    state: Any


@needs(OWN)
def tokens(request: HttpRequest) -> HttpResponse:
    """The list, with the form."""
    return render_tokens(request, TokenForm(request.user))


@require_POST
@needs(OWN)
def make_token(request: HttpRequest) -> HttpResponse:
    """Make a token and show its secret, this once."""
    form = TokenForm(request.user, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            secret = issue_token(
                request.user, said["name"], said["scopes"], said["days"], by=request.user.get_username()
            )
            answer = render_tokens(request, TokenForm(request.user), secret=secret)
        except TokenRefusedError as error:
            form.add_error(None, explain_refusal(error.code))
        else:
            # The page with the secret is not to be found again in a cache.
            answer["Cache-Control"] = "no-store"
            return answer
    return render_tokens(request, form, status=422)


@require_POST
@needs(OWN)
def end_own_token(request: HttpRequest, key: int) -> HttpResponse:
    """End a token."""
    try:
        end_token(request.user, key, by=request.user.get_username())
    except TokenRefusedError as error:
        messages.error(request, explain_refusal(error.code))
    return redirect("tokens")


def render_tokens(request: HttpRequest, form: TokenForm, status: int = 200, secret: str = "") -> HttpResponse:
    """The page with a form as it is."""
    lines = [build_line(token) for token in tokens_of(request.user)]
    return render(request, "lantu/tokens.html", {"tokens": lines, "form": form, "secret": secret}, status=status)


def build_line(token: models.ApiToken) -> TokenLine:
    """One token."""
    is_live = token.ended_at is None and token.expires_at > timezone.now()
    state = _("可用") if is_live else _("已停止") if token.ended_at else _("已过期")
    scopes = "、".join(str(word_for(SCOPE_WORDS, scope)) for scope in token.scopes)
    return TokenLine(token.pk, token.name, token.hint, scopes, token.expires_at, token.last_used_at, is_live, state)
