"""Writes that are done once, however often a program sends them.

In: a request with an idempotency key, and what is to be done. Out: the answer; the same key with the same request is answered
from what was kept, in the transaction of the write itself. Left out on purpose: forgetting keys; an answer is small.
"""

import hashlib
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from django.db import IntegrityError
from django.http import HttpRequest
from ninja import Header
from pydantic import Field

from lantu.run.clock import read_clock
from lantu.show.api.problems import ProblemError
from lantu.store.tokens import keep_answer, kept_answer
from lantu.store.transactions import one_transaction

KEY = r"^[A-Za-z0-9_-]{8,80}$"
WriteKey = Annotated[
    str,
    Field(pattern=KEY, description="Of your choice, new for each write; the same again only to repeat it."),
    Header(alias="Idempotency-Key"),
]


def write_once(request: HttpRequest, key: str, status: int, act: Callable[[], Mapping[str, Any]]) -> Any:
    """Do it, or tell what was answered when it was done.

    Args:
        request: What was sent, for telling a repetition from another request.
        key: The idempotency key.
        status: Kept with the answer.
        act: What is to be done; whatever it raises undoes everything, and the key may be used again.

    Raises:
        ProblemError: If the key came with another request before.
    """
    digest = digest_request(request)
    if (kept := kept_answer(request.user, key)) is not None:
        return _repeat(kept, digest)
    try:
        with one_transaction():
            answer = act()
            keep_answer(request.user, key, digest, status, answer, read_clock())
    except IntegrityError:
        # Somebody sent the same key at the same time and was faster; what was begun here is undone.
        if (kept := kept_answer(request.user, key)) is None:
            raise
        return _repeat(kept, digest)
    return answer


def digest_request(request: HttpRequest) -> str:
    """What tells one request from another: method, address and body."""
    said = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    for name in sorted(request.FILES):
        file: Any = request.FILES[name]
        file.seek(0)
        said.update(f"{name} {file.name} ".encode() + hashlib.sha256(file.read()).digest())
        file.seek(0)
    if not request.FILES:
        said.update(request.body)
    return said.hexdigest()


def _repeat(kept: Any, digest: str) -> Any:
    if kept.request_digest != digest:
        raise ProblemError(409, "key")
    return kept.body
