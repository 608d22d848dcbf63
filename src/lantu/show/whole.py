"""Pages that are made once for all who may read the same, and handed to each reader with the reader's own token and name put in.

In: views that only read. Out: the same answers, compressed once for each state of the registry, with an ETag. While such a page is
made the request bears nobody's name, so that no view can put its reader into it. Left out on purpose: pages with forms of their
own, jobs, clocks, or what is written without an arrow; and readers for whom a message waits, to whom it is shown once.
"""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from html import escape
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.middleware.csrf import get_token
from django.utils.cache import patch_vary_headers

from lantu.show.access import rights_of
from lantu.show.frame import read_look
from lantu.show.kept import keep
from lantu.show.spliced import Piece, cut_pieces, fill_gzip, fill_plain, weigh_pieces

READER = "\ue0f1reader\ue0f1"
"""Stands for the reader's name while a page is made; of the private-use area, so that no text holds it."""
TOKEN_BEGINS = b'name="csrfmiddlewaretoken" value="'
HOLES = re.compile(b"(" + TOKEN_BEGINS + b')[A-Za-z0-9]{64}(?=")|' + READER.encode())
LONGEST = 400
"""Longer addresses are answered without being kept."""
TAKES_GZIP = re.compile(r"\bgzip\b")
View = Callable[..., HttpResponse]


class Nobody:
    """Whoever signed in, without saying who."""

    pk = id = None
    username = READER
    is_authenticated = is_active = True
    is_anonymous = False

    def get_username(self) -> str:
        """What stands for the name."""
        return READER


@dataclass(frozen=True, slots=True)
class WholePage:
    """A page as it is kept.

    Attributes:
        pieces: What stands between the holes.
        holes: What belongs into each: the token (True) or the name (False).
        kind: Its content type.
        digest: Of what it says.
    """

    pieces: tuple[Piece, ...]
    holes: tuple[bool, ...]
    kind: str
    digest: bytes


class _OtherError(Exception):
    """The answer is not one to be kept."""


def kept_whole(view: View) -> View:
    """Keep the pages of a view that depend on nothing but the address, the registry and what their reader may do.

    A page that says itself how long it holds (Cache-Control) is not kept.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponse:
        if request.method != "GET" or len(request.get_full_path()) > LONGEST or len(get_messages(request)):
            return view(request, *args, **parts)
        try:
            made = keep("page", lambda: _make(view, request, args, parts), *_what_it_depends_on(request), weigh=_weigh)
        except _OtherError:
            return view(request, *args, **parts)
        return _hand_over(request, made)

    return answer


def _what_it_depends_on(request: HttpRequest) -> tuple[Hashable, ...]:
    return request.get_full_path(), bool(request.headers.get("HX-Request")), read_look(request), rights_of(request)


def _make(view: View, request: HttpRequest, args: Any, parts: Any) -> WholePage:
    reader = request.user
    if reader.is_authenticated:
        request.user = Nobody()  # type: ignore[assignment]
    try:
        made = view(request, *args, **parts)
    finally:
        request.user = reader
    is_page = made.status_code == 200 and not made.streaming and made["Content-Type"].startswith("text/html")
    if not is_page or made.cookies or made.has_header("Cache-Control"):
        raise _OtherError
    return _cut(made.content, made["Content-Type"])


def _cut(body: bytes, kind: str) -> WholePage:
    between, holes, at = [], [], 0
    for hole in HOLES.finditer(body):
        is_token = hole[1] is not None
        between.append(body[at : hole.end(1) if is_token else hole.start()])
        holes.append(is_token)
        at = hole.end()
    between.append(body[at:])
    # A token that is not where we look for it must not reach anybody else.
    if body.count(b"csrfmiddlewaretoken") != sum(holes):
        raise _OtherError
    return WholePage(cut_pieces(between), tuple(holes), kind, sha256(b"\0".join(between)).digest())


def _weigh(made: WholePage) -> int:
    return weigh_pieces(made.pieces) + 1000


def _hand_over(request: HttpRequest, made: WholePage) -> HttpResponse:
    name = escape(request.user.get_username()).encode()
    tag = _tag(made, request.META.get("CSRF_COOKIE") or "", name)
    told = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in request.headers.get("If-None-Match", ""):
        answer: HttpResponse = HttpResponseNotModified(headers=told)
        patch_vary_headers(answer, ("Accept-Encoding", "Cookie"))
        return answer
    token = get_token(request).encode() if any(made.holes) else b""
    fillings = [token if is_token else name for is_token in made.holes]
    if TAKES_GZIP.search(request.headers.get("Accept-Encoding", "")):
        answer = HttpResponse(fill_gzip(made.pieces, fillings), made.kind, headers={**told, "Content-Encoding": "gzip"})
    else:
        answer = HttpResponse(fill_plain(made.pieces, fillings), made.kind, headers=told)
    patch_vary_headers(answer, ("Accept-Encoding", "Cookie"))
    return answer


def _tag(made: WholePage, secret: str, name: bytes) -> str:
    # A copy a browser has is good as long as its token is: until the secret behind it changes.
    said = b"\0".join((made.digest, secret.encode(), name))
    return f'W/"{sha256(said).hexdigest()[:32]}"'
