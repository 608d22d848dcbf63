"""Queries that are asked all the time: the SQL is made once, later only its values change.

In: a function that builds a query set of plain columns from its values. Out: the same function, answered with rows as tuples. Making
SQL of a query set costs some ten times what the database needs to answer it, and in a request of the API nearly all of its
time. Left out on purpose: rows as objects, and queries whose form depends on their values; what changes the form (a condition
that may be missing, the places seen) is given by keyword and belongs to what the SQL is kept under.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet

MOST = 512
"""So many forms of one query are kept; a city has fewer."""

Row = tuple[Any, ...]
M = TypeVar("M", bound=Model)
Build = Callable[..., "QuerySet[Any, Any]"]


@dataclass(frozen=True, slots=True)
class _Statement:
    """SQL as the database takes it.

    Attributes:
        sql: The text; "" where no row can answer.
        slots: For each of its values the place among those given and how the field wraps it, or -1 and the value itself.
        converters: What turns columns into values, by place of the column.
    """

    sql: str
    slots: tuple[tuple[int, Any], ...] = ()
    converters: tuple[tuple[int, Any], ...] = ()


def prepared(build: Build) -> Callable[..., list[Row]]:
    """Keep the SQL of a query.

    Args:
        build: Takes its values one after the other (text, whole numbers, days, moments; never None) and by keyword what its form
            depends on; gives a query set by `values_list`. `limit` and `offset` are taken too, without `build` knowing.
    """
    kept: OrderedDict[Hashable, _Statement] = OrderedDict()

    @wraps(build)
    def ask(*values: Any, limit: int | None = None, offset: int = 0, **form: Hashable) -> list[Row]:
        here = connections[DEFAULT_DB_ALIAS]  # asked for once: the proxy looks for the thread's own each time
        key = (here.vendor, tuple(map(type, values)), tuple(sorted(form.items())) if form else ())
        statement = kept.get(key)
        if statement is None:
            statement = kept[key] = _prepare(here, build, values, form)
            while len(kept) > MOST:
                kept.popitem(last=False)
        return _run(here, statement, values, limit, offset)

    return ask


def _run(here: Any, statement: _Statement, values: Row, limit: int | None, offset: int) -> list[Row]:
    if not statement.sql:
        return []
    given = [_adapt(here, value) for value in values]
    told = [wrap if place < 0 else wrap(given[place]) if wrap else given[place] for place, wrap in statement.slots]
    sql = statement.sql
    if limit is not None:
        sql, told = f"{sql} LIMIT %s OFFSET %s", [*told, limit, offset]
    with here.cursor() as cursor:
        cursor.execute(sql, told)
        rows: list[Row] = cursor.fetchall()
    if not statement.converters:
        return rows
    return [tuple(row) for row in _convert(here, rows, statement)]


def _convert(here: Any, rows: list[Row], statement: _Statement) -> Iterable[list[Any]]:
    for row in map(list, rows):
        for place, (converters, expression) in statement.converters:
            value = row[place]
            for converter in converters:
                value = converter(value, expression, here)
            row[place] = value
        yield row


def _prepare(here: Any, build: Build, values: Row, form: dict[str, Any]) -> _Statement:
    marks = [_mark(value, place) for place, value in enumerate(values)]
    places = {_adapt(here, mark): place for place, mark in enumerate(marks)}
    asked = build(*marks, **form).query
    compiler = asked.get_compiler(connection=here)
    try:
        sql, told = compiler.as_sql()
    except EmptyResultSet:
        return _Statement("")
    slots = tuple((places[value], _wrapper(value)) if _is_mark(value, places) else (-1, value) for value in told)
    if missing := set(range(len(values))) - {place for place, _ in slots}:
        raise ValueError(f"values {sorted(missing)} of {build.__name__} do not reach the database as they are given")
    columns = [column[0] for column in compiler.select[: compiler.col_count]]
    return _Statement(sql, slots, tuple(compiler.get_converters(columns).items()))


def _is_mark(value: Any, places: dict[Any, int]) -> bool:
    return isinstance(value, Hashable) and value in places


def _wrapper(value: Any) -> Any:
    """PostgreSQL's driver wants whole numbers in the width of their column, as types of its own."""
    return type(value) if isinstance(value, int) and type(value) is not int else None


def _mark(value: Any, place: int) -> Any:
    """A value of the same kind that stands for it and that no query holds of itself."""
    if isinstance(value, bool) or not isinstance(value, str | int | date):
        raise TypeError(f"{value!r} cannot be a value of a prepared query")
    if isinstance(value, str):
        return f"\ue000{place}\ue001"
    if isinstance(value, int):
        return 1_790_000_000 + place
    if isinstance(value, datetime):
        return datetime(1789, 7, 14, tzinfo=UTC) + timedelta(microseconds=place + 1)
    return date(1789, 7, 14) + timedelta(days=place)


def _adapt(here: Any, value: Any) -> Any:
    if isinstance(value, datetime):
        return here.ops.adapt_datetimefield_value(value)
    return here.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def columns_of(model: type[Model], way: str = "") -> tuple[str, ...]:
    """All columns of a table, for `values_list`; `way` leads to it, such as "user__"."""
    return tuple(f"{way}{field.attname}" for field in model._meta.concrete_fields)


def make_object(model: type[M], row: Row) -> tuple[M, Row]:
    """A row of the registry from the first columns of an answer that holds all of `columns_of`; and the columns after them."""
    names = [field.attname for field in model._meta.concrete_fields]
    return model.from_db(DEFAULT_DB_ALIAS, names, row[: len(names)]), row[len(names) :]


_inserts: dict[Hashable, tuple[str, tuple[Any, ...]]] = {}


def insert_row(model: type[Model], **values: Any) -> None:
    """Write one row of all its columns but a key that the database gives; the key is not told."""
    insert_rows(model, tuple(values), [tuple(values.values())])


def insert_rows(model: type[Model], names: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Write rows of these columns, in the order of their values."""
    here = connections[DEFAULT_DB_ALIAS]
    sql, fields = _inserts.get((here.vendor, model, names)) or _prepare_insert(here, model, names)
    told = [
        [field.get_db_prep_save(value, connection=here) for field, value in zip(fields, row, strict=True)]
        for row in rows
    ]
    with here.cursor() as cursor:
        if len(told) == 1:
            cursor.execute(sql, told[0])
        else:
            cursor.executemany(sql, told)


def _prepare_insert(here: Any, model: type[Model], names: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    fields: tuple[Any, ...] = tuple(model._meta.get_field(name) for name in names)
    columns = ", ".join(here.ops.quote_name(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    made = f"INSERT INTO {here.ops.quote_name(model._meta.db_table)} ({columns}) VALUES ({marks})", fields
    _inserts[here.vendor, model, names] = made
    return made
