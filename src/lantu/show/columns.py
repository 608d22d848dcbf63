"""Columns of a table: which are shown, which way it is sorted, and the links that change either.

In: the columns a page has and the query of its address. Out: `Heading`s and what the tools above a table need. Works without a
script. Left out on purpose: the cells, which each page writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict


@dataclass(frozen=True, slots=True)
class Column:
    """One a page has. A fixed one cannot be hidden; `sort` is the word it is sorted by, or ""."""

    code: str
    word: Any
    sort: str = ""
    is_number: bool = False
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as its heading shows it: `turned` is ascending, descending or ""."""

    code: str
    word: str
    href: str
    turned: str
    is_number: bool
    is_fixed: bool
    is_shown: bool


@dataclass(frozen=True, slots=True)
class TableTools:
    """What stands above a table.

    Attributes:
        headings: All columns.
        shown: Codes of those that are shown.
        hidden: Pairs of the address that the form of columns carries along.
        export: Address of the same rows as CSV, or "".
    """

    headings: tuple[Heading, ...]
    shown: frozenset[str]
    hidden: tuple[tuple[str, str], ...]
    export: str

    @property
    def visible(self) -> tuple[Heading, ...]:
        """Those that are shown."""
        return tuple(h for h in self.headings if h.is_shown)


def lay_columns(columns: Sequence[Column], query: QueryDict, export: str = "") -> TableTools:
    """The headings for an address.

    Args:
        columns: What the page has.
        query: `sort=due` or `sort=-due`; `cols=a&cols=b` for the columns chosen, all where none is.
        export: Address of the CSV without a query.
    """
    chosen = set(query.getlist("cols")) & {c.code for c in columns}
    shown = frozenset(c.code for c in columns if not chosen or c.is_fixed or c.code in chosen)
    headings = tuple(_head(c, query, is_shown=c.code in shown) for c in columns)
    kept = tuple((key, value) for key in query for value in query.getlist(key) if value and key not in ("cols", "page"))
    told = _encode(query, page=None)
    return TableTools(headings, shown, kept, f"{export}{told}" if export else "")


def turn_page(query: QueryDict, page: int) -> str:
    """The address of another page of the same list."""
    return _encode(query, page=str(page)) or "?"


def _head(column: Column, query: QueryDict, *, is_shown: bool) -> Heading:
    sort = query.get("sort", "")
    turned = "" if not column.sort or sort.removeprefix("-") != column.sort else "ascending"
    if turned and sort.startswith("-"):
        turned = "descending"
    after = f"-{column.sort}" if turned == "ascending" else column.sort
    href = _encode(query, sort=after, page=None) if column.sort else ""
    return Heading(column.code, str(column.word), href, turned, column.is_number, column.is_fixed, is_shown)


def _encode(query: QueryDict, **changed: str | None) -> str:
    made = query.copy()
    for key, value in changed.items():
        if value is None:
            made.pop(key, None)
        else:
            made[key] = value
    for key in [key for key in made if not any(made.getlist(key))]:
        del made[key]
    return f"?{made.urlencode()}" if made else ""
