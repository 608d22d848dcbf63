"""What requests of the API may ask for, and how lists are cut into pages.

In: parts of addresses and queries as text. Out: days, keys, codes, one page of a list. Each type says in the OpenAPI exactly what
it takes, and takes nothing else. Left out on purpose: what a list holds.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Schema
from pydantic import BeforeValidator, Field, WithJsonSchema

from lantu.run.clock import end_of_day
from lantu.show.access import seen_places
from lantu.show.api.problems import ProblemError
from lantu.show.kept import keep

Item = TypeVar("Item")
MOST = 500
LARGEST = 2**31 - 1
DAY = (
    r"^((19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    r"|(19|20)[0-9]{2}-(0[13-9]|1[0-2])-(29|30)|(19|20)[0-9]{2}-(0[13578]|1[02])-31"
    r"|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$"
)
"""Days of the years 1900 to 2099, leap days only where there are any: the pattern says all there is to say."""
CODE = r"^[0-9]{6,20}$"
WORD = r"^[A-Za-z0-9][A-Za-z0-9_./:-]{0,79}$"
TEXT = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""No control characters: neither a figure nor a reason has any, and PostgreSQL takes no NUL."""
Short = Annotated[str, Field(max_length=120, pattern=TEXT)]
Long = Annotated[str, Field(max_length=2000, pattern=TEXT)]


def read_number(said: Any) -> int:
    """A whole number in decimal digits; "1.0" is one, as JSON has it, "1.5", "+1" and " 1" are none."""
    if isinstance(said, int) and not isinstance(said, bool):
        return said
    if not isinstance(said, str) or not re.fullmatch(r"(0|[1-9][0-9]{0,9})(\.0)?", said):
        raise ValueError("a whole number in decimal digits is needed")
    return int(said.removesuffix(".0"))


def read_day(said: Any) -> date:
    """A day as 2025-12-31, of the years 1900 to 2099."""
    if not isinstance(said, str) or not re.fullmatch(DAY, said):
        raise ValueError("a day as 2025-12-31 is needed")
    return date.fromisoformat(said)


def read_whole(said: Any) -> Any:
    """JSON has one kind of number: 5.0 is a whole one."""
    return int(said) if isinstance(said, float) and said.is_integer() else said


Number = BeforeValidator(read_number)
Whole = BeforeValidator(read_whole)
"""A whole number in a body of JSON; `Number` is one in an address."""
Key = Annotated[int, Field(ge=1, le=LARGEST), Number]
Year = Annotated[int, Field(ge=1949, le=2100), Number]
Limit = Annotated[int, Field(ge=1, le=MOST, description="At most so many items."), Number]
Offset = Annotated[int, Field(ge=0, le=10_000_000, description="So many items are left out at the start."), Number]
PlaceCode = Annotated[str, Field(pattern=CODE, description="Code of a place (GB/T 2260, six digits, or longer).")]
Word = Annotated[str, Field(pattern=WORD, description="A code of letters, digits and _ . / : -")]
Day = Annotated[
    date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date", "pattern": DAY}, "validation")
]
AsOf = Annotated[
    date,
    BeforeValidator(read_day),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": DAY,
            "description": "What was known at the end of that day (UTC+8).",
        },
        "validation",
    ),
]


class Paged(Schema):
    """Which part of a list is wanted."""

    limit: Limit = 100
    offset: Offset = 0


class Page(Schema, Generic[Item]):
    """One page of a list.

    `count` is how many items there are in all; `next` the address of the next page, null on the last.
    """

    count: int
    next: str | None
    items: list[Item]


def cut_page(
    request: HttpRequest, rows: "QuerySet[Any] | list[Any]", asked: Paged, build: Callable[[Any], dict[str, Any]]
) -> dict[str, Any]:
    """One page of rows, each built into an item.

    Args:
        request: Who asks.
        rows: All of them.
        asked: Which part.
        build: Makes an item of a row.
    """
    count = rows.count() if isinstance(rows, QuerySet) else len(rows)
    return make_page(request, asked, count, [build(row) for row in rows[asked.offset : asked.offset + asked.limit]])


KEY_BYTES = 1000
"""What a kept count takes, with what it depends on."""


def count_once(request: HttpRequest, asked: Paged, readable: Hashable, count_rows: Callable[[], int]) -> int:
    """How many rows there are in all; counted once for the same conditions, until something is recorded."""
    narrowed = asked.dict(exclude={"limit", "offset"})
    depends_on = (request.path, str(sorted(narrowed.items())), readable)
    return keep("rows of the API", count_rows, *depends_on, weigh=lambda _: KEY_BYTES)


def make_page(request: HttpRequest, asked: Paged, count: int, items: list[dict[str, Any]]) -> dict[str, Any]:
    """One page of a list of so many items in all."""
    upto = asked.offset + asked.limit
    return {"count": count, "next": _address_from(request, upto) if upto < count else None, "items": items}


def _address_from(request: HttpRequest, offset: int) -> str:
    query = request.GET.copy()
    query["offset"] = str(offset)
    return f"{request.path}?{query.urlencode()}"


def known_by(day: date | None) -> datetime | None:
    """The last instant of a day, or None for now."""
    return None if day is None else end_of_day(day)


def limit_places(request: HttpRequest, rows: "QuerySet[Any]", field: str) -> "QuerySet[Any]":
    """Only rows of places whose figures whoever asks may read."""
    seen = seen_places(request)
    return rows if seen is None else rows.filter(**{f"{field}__in": seen})


def narrow(rows: "QuerySet[Any]", wanted: Iterable[tuple[str, Any]]) -> "QuerySet[Any]":
    """Rows that have what was asked for; what was not asked for does not narrow."""
    return rows.filter(**{field: said for field, said in wanted if said is not None})


def get_one(rows: "QuerySet[Any]", **wanted: Any) -> Any:
    """The one row.

    Raises:
        ProblemError: If there is none.
    """
    found = rows.filter(**wanted).first()
    if found is None:
        raise ProblemError(404, "unknown")
    return found
