"""Signing in by the city's own service: leaving for it, coming back, and signing out there as well.

In: the browser's way there and back. Out: a session, or a page that says what went wrong and whom to ask. Left out on purpose: who
may do what; the policy decides as for everybody.
"""

import logging
from dataclasses import asdict
from typing import Any

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from lantu.run.clock import read_clock
from lantu.run.oidc import OuterSignInError, Pending, begin, fetch_keys, find_way_out, finish, read_logout_token
from lantu.run.outer_sign_in import sign_in_outer, sign_out_outer
from lantu.show.access import OPEN, needs
from lantu.show.sessions import OUTER, begin_session
from lantu.store.channels import site_address
from lantu.store.outer_settings import OuterService, outer_service, whom_to_ask

LOG = logging.getLogger("lantu.sign_in")
PENDING = "lantu_pending"
BACKEND = "django.contrib.auth.backends.ModelBackend"
WRONG: dict[str, Any] = {
    "off": _("这里没有设统一身份认证。"),
    "service": _("统一身份认证暂时连不上，请稍后再试。"),
    "state": _("这次登录已经过期，或不是从这里开始的，请重新登录。"),
    "refused": _("统一身份认证没有同意这次登录。"),
    "token": _("统一身份认证的答复没有通过核验，没有登录。"),
    "nobody": _("你的身份已经核实，但这里没有属于你的账号。"),
    "twice": _("有几个账号用同一个邮箱，不能确定哪个是你的。"),
    "taken": _("同名的账号已属于别人，或没有设定它是你的。"),
    "closed": _("你的账号已停用。"),
}


@require_GET
@never_cache
@needs(OPEN)
def outer_sign_in(request: HttpRequest) -> HttpResponse:
    """Leave for the service."""
    try:
        url, pending = begin(_service(), _way_back(request))
    except OuterSignInError as error:
        return refuse(request, error)
    request.session[PENDING] = {**asdict(pending), "next": request.GET.get("next", "")}
    return HttpResponseRedirect(url)


@require_GET
@never_cache
@needs(OPEN)
def outer_back(request: HttpRequest) -> HttpResponse:
    """Come back from it; what was kept holds for one answer only."""
    kept = request.session.pop(PENDING, None)
    try:
        if kept is None:
            raise OuterSignInError("state", "nobody left from here")
        wanted, service = kept.pop("next"), _service()
        sent = finish(service, _way_back(request), Pending(**kept), request.GET.dict(), read_clock())
        person = sign_in_outer(service, sent.claims)
    except OuterSignInError as error:
        return refuse(request, error)
    login(request, person, backend=BACKEND)
    begin_session(request)
    request.session[OUTER] = sent.token
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(wanted if is_ours else resolve_url("today"))


@require_POST
@never_cache
@needs(OPEN)
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and where the service began it, the session there as well."""
    token, service = request.session.get(OUTER, ""), outer_service()
    logout(request)
    if token and service is not None:
        way_out = find_way_out(service, token, _address_of(request, "overview"))
        if way_out:
            return HttpResponseRedirect(way_out)
    return redirect("overview")


@csrf_exempt
@require_POST
@never_cache
@needs(OPEN)
def outer_signed_out(request: HttpRequest) -> HttpResponse:
    """The service itself posts that somebody signed out there (back-channel logout): their sessions end here as well.

    No cookie comes with it, so that there is no form to protect; its own signature says who sent it.
    """
    try:
        service = _service()
        token = request.POST.get("logout_token", "")
        sign_out_outer(service, read_logout_token(token, fetch_keys(service), service, read_clock()))
    except OuterSignInError as error:
        LOG.warning("signing out by the service: %s %s", error.code, error)
        wrong = {"error": "invalid_request", "error_description": error.code}
        return JsonResponse(wrong, status=503 if error.code == "service" else 400)
    return HttpResponse()


def refuse(request: HttpRequest, error: OuterSignInError) -> HttpResponse:
    """What went wrong, in words; the very reason goes to the log."""
    LOG.warning("signing in by the service: %s %s", error.code, error)
    context = {"wrong": WRONG[error.code], "ask": whom_to_ask(), "may_retry": error.code != "off"}
    return render(request, "lantu/outer_refused.html", context, status=503 if error.code == "service" else 422)


def _service() -> OuterService:
    service = outer_service()
    if service is None:
        raise OuterSignInError("off", "no service is set up")
    return service


def _way_back(request: HttpRequest) -> str:
    return _address_of(request, "outer_back")


def _address_of(request: HttpRequest, name: str) -> str:
    """A page's whole address, as people know it: a server in front may have been asked by another."""
    site = site_address()
    return f"{site}{reverse(name)}" if site else request.build_absolute_uri(reverse(name))
