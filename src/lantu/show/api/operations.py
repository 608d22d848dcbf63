"""How an operation of the API is made: its address, its action of the policy, and what the OpenAPI says of it.

In: functions. Out: addresses for Django with the action each method needs, so that the one middleware that guards the pages
guards the API too; and the OpenAPI. Left out on purpose: the operations.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import BaseRenderer
from pydantic_core import to_json

from lantu.show.access import needs, needs_by_way, seen_places
from lantu.show.api.problems import PROBLEM, ProblemError, make_problem
from lantu.show.bearer import SCOPES
from lantu.show.frame import read_version
from lantu.show.kept import keep

Operation = TypeVar("Operation", bound=Callable[..., Any])
BASE = "api/v1"
DESCRIPTION = (
    "Plans, targets, standings, indicators, values, observations, returns, findings and warnings. "
    "Everything is limited to what the asking person's roles allow. Figures are exact decimals as text. "
    "`as_of` answers from what was known at the end of that day. Writes carry an `Idempotency-Key`: the same "
    "key with the same request is done once and answered the same."
)


class Api(NinjaAPI):
    """The API with our OpenAPI: problems, ways of signing in, and the action of each operation."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """What the library makes, with what it does not know."""
        schema = super().get_openapi_schema(path_prefix=f"/{BASE}/")
        schema["components"].setdefault("schemas", {})["Problem"] = PROBLEM_SCHEMA
        schema["components"]["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer"},
            "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
        }
        declared = {operation.name: operation for operation in OPERATIONS}
        for ways in schema["paths"].values():
            for way, said in ways.items():
                _say_what_may_happen(way, said, declared[said["operationId"]])
        return schema


PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "object"}},
    },
}


@dataclass(frozen=True, slots=True)
class Said:
    """One operation as it was declared."""

    name: str
    way: str
    address: str
    action: str
    file: str
    is_kept: bool
    answer: Any = None
    is_plain: bool = False


class Written(BaseRenderer):
    """Answers as JSON: moments to the microsecond, Chinese as it is."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """An answer's bytes."""
        return write_json(data)


def write_json(said: Any) -> bytes:
    """Anything an operation gives as JSON; words that are translated late are text by now."""
    return to_json(said, fallback=str)


JSON = "application/json; charset=utf-8"
OPERATIONS: list[Said] = []
API = Api(
    title="Lantu 蓝图",
    version=read_version(),
    description=DESCRIPTION,
    docs_url=None,
    openapi_url=None,
    renderer=Written(),
)


def operation(
    way: str,
    address: str,
    action: str,
    answer: Any,
    *,
    status: int = 200,
    tags: str = "",
    file: str = "",
    is_kept: bool = False,
    is_plain: bool = False,
) -> Any:
    """Declare an operation.

    Args:
        way: The method.
        address: Under the base, such as "/plans/{key}".
        action: Of the policy; the middleware asks for it before the operation runs.
        answer: The shape of a good answer, or None for a file.
        status: Of a good answer.
        tags: The group it is listed in.
        file: Kind of the file it answers with, where it answers with one.
        is_kept: Whether an answer holds until something is recorded or the day ends, for everybody who sees the same places
            where it needs no more than to read, else for the same person.
        is_plain: Whether what the function gives has exactly the shape of the answer, so that it is written out as it is; going
            through a list field by field takes longer than asking for it.
    """

    def declare(function: Operation) -> Operation:
        name = f"api_{function.__name__}"
        OPERATIONS.append(Said(name, way, address, action, file, is_kept, answer, is_plain))
        register = API.api_operation(
            [way],
            address,
            response={status: answer},
            operation_id=name,
            url_name=name,
            tags=[tags or address.split("/")[1]],
        )
        register(_write_out(function) if is_plain else function)
        return function

    return declare


def _write_out(function: Operation) -> Operation:
    @wraps(function)
    def answer(*args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(write_json(function(*args, **kwargs)), content_type=JSON)

    return cast(Operation, answer)


def make_addresses() -> list[URLPattern]:
    """Every operation as an address of the site, and the OpenAPI itself."""
    actions: dict[str, dict[str, str]] = defaultdict(dict)
    for said in OPERATIONS:
        actions[said.address][said.way] = said.action
    by_name = {pattern.name: pattern.callback for pattern in API.urls[0] if isinstance(pattern, URLPattern)}
    made = [
        path(
            f"{BASE}{said.address.replace('{', '<').replace('}', '>')}",
            needs_by_way(actions[said.address])(
                partial(_answer, by_name[said.name], tuple(actions[said.address]), _keeper(said))
            ),
            name=said.name,
        )
        for said in OPERATIONS
    ]
    return [*made, path(f"{BASE}/openapi.json", needs("open")(partial(_tell_openapi)), name="api_openapi")]


KEY_BYTES = 1000
"""What a kept answer takes besides its body, at most or nearly so."""
Keeper = Callable[[HttpRequest], Hashable] | None


def _keeper(said: Said) -> Keeper:
    """What an answer depends on besides its address, if it is kept: the places seen, or else who asks."""
    if not said.is_kept:
        return None
    return seen_places if said.action == "read" else _who_asks


def _who_asks(request: HttpRequest) -> Hashable:
    return request.user.pk, getattr(request, SCOPES, None)


def _answer(
    view: Callable[..., HttpResponse], ways: tuple[str, ...], keeper: Keeper, request: HttpRequest, **parts: Any
) -> HttpResponse:
    if request.method not in ways:
        refused = make_problem(405, "way")
        refused["Allow"] = ", ".join(ways)
        return refused
    if keeper is None or request.method != "GET":
        return view(request, **parts)
    try:
        body, kind = keep(
            "answer of the API",
            lambda: _read_good(view(request, **parts)),
            request.get_full_path(),
            keeper(request),
            weigh=lambda made: len(made[0]) + KEY_BYTES,
        )
    except _OtherError as other:
        return other.answer
    return HttpResponse(body, content_type=kind)


class _OtherError(Exception):
    """An answer that is not kept: a problem."""

    def __init__(self, answer: HttpResponse) -> None:
        self.answer = answer


def _read_good(answer: HttpResponse) -> tuple[bytes, str]:
    if answer.status_code != 200:
        raise _OtherError(answer)
    return answer.content, answer["Content-Type"]


def _tell_openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(API.get_openapi_schema(), json_dumps_params={"ensure_ascii": False})


def _say_what_may_happen(way: str, said: dict[str, Any], declared: Said) -> None:
    said["security"] = [{"token": []}, {"session": []}]
    said["x-lantu-action"] = declared.action
    codes = {"400", "401", "403", "404", "405", "422"} | ({"409", "413", "415"} if way != "get" else set())
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    said["responses"] = {str(code): told for code, told in said["responses"].items()}
    if declared.file:
        shape = {"type": "object" if "json" in declared.file else "string"}
        said["responses"]["200"] = {"description": "A file", "content": {declared.file: {"schema": shape}}}
    for code in sorted(codes):
        said["responses"].setdefault(code, {"description": "Problem", "content": content})


@API.exception_handler(ProblemError)
def _on_problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
    return make_problem(error.status, error.code, error.detail, **error.more)


@API.exception_handler(ValidationError)
def _on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [{"where": list(map(str, e.get("loc", ()))), "what": str(e.get("msg", ""))} for e in error.errors]
    return make_problem(422, "invalid", errors=errors)


@API.exception_handler(HttpError)
def _on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    return make_problem(error.status_code, "invalid", str(error))


@API.exception_handler(PermissionDenied)
def _on_refused(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return make_problem(403, "refused")


@API.exception_handler(Http404)
def _on_unknown(request: HttpRequest, error: Http404) -> HttpResponse:
    return make_problem(404, "unknown")
