"""Lists that programs ask for all the time: their SQL is made once for each set of conditions, and only the columns told are read.

In: what was asked for. Out: one page as `cut_page` cuts it. Left out on purpose: lists that few ask for; `cut_page` takes any query set.
"""

from collections import namedtuple
from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from typing import Any

from django.http import HttpRequest

from lantu.run.clock import end_of_day
from lantu.show.api.asked import Paged, count_once, make_page
from lantu.store.prepared import prepared

PART = frozenset({"limit", "offset"})

BuildRows = Callable[[Mapping[str, Any], Any], Any]


class Listing:
    """One list."""

    def __init__(
        self,
        build_rows: BuildRows,
        columns: Mapping[str, str],
        build: Callable[[Any], dict[str, Any]],
        count_rows: Callable[[Mapping[str, Any], Any], int] | None = None,
    ) -> None:
        """Declare it.

        Args:
            build_rows: All rows that meet conditions, in their order. Takes what was asked for by name, the last moment known as
                `as_of`, and which rows may be read; whether a condition is there may change the query, its value may not.
            columns: Name in the row that `build` takes, and where the query has it.
            build: Makes an item of a row.
            count_rows: A quicker way to count all rows than to count those of `build_rows`, if there is one.
        """
        self._build_rows, self._build = build_rows, build
        self._count_rows = count_rows or (lambda told, readable: int(build_rows(told, readable).count()))
        self._make = _make_type(tuple(columns))._make
        self._paths = tuple(columns.values())
        self._ask = prepared(self._build_query)

    def _build_query(self, *values: Any, names: tuple[str, ...], readable: Any) -> Any:
        return self._build_rows(dict(zip(names, values, strict=True)), readable).values_list(*self._paths)

    def tell(self, request: HttpRequest, asked: Paged, readable: Hashable) -> dict[str, Any]:
        """One page.

        Args:
            request: Who asks.
            asked: For which part of which rows.
            readable: Which rows may be read, as `build_rows` takes it.
        """
        told = {name: _read(name, value) for name, value in asked if value is not None and name not in PART}
        rows = self._ask(*told.values(), names=tuple(told), readable=readable, limit=asked.limit, offset=asked.offset)
        count = count_once(request, asked, readable, lambda: self._count_rows(told, readable))
        return make_page(request, asked, count, [self._build(row) for row in map(self._make, rows)])


def _make_type(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names)  # the names are data


def _read(name: str, value: Any) -> Any:
    """What the database is asked for: what was known at the end of a day; of a word of a list the plain text."""
    if name == "as_of":
        return end_of_day(value)
    return value.value if isinstance(value, Enum) else value
