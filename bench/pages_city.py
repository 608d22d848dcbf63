"""A made-up city of any size, for the bench of pages: plans of 500 targets each, with entries, standings and values.

In: how many targets and values. Out: rows in the registry, written as the arrows would. Left out on purpose: a document that could
be read; the text is one line a target.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Definition, Direction, Kind
from lantu.core.entry import Comparator, Entry, EntryKind, YearSource
from lantu.core.quantity import make_quantity
from lantu.core.span import span_of
from lantu.core.standing import Class, Standing
from lantu.core.target import Base, Form, Target
from lantu.run.searching import index_all
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.codec import encode

AT = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
CITY = "990100"
A_PLAN, CODES = 500, 500
CLASSES = (Class.MET, Class.AHEAD, Class.ON_COURSE, Class.BEHIND, Class.MISSED, Class.ON_COURSE)
YEARS = range(2005, 2025)
PLACES_AT_ONCE = 10
WRITE = """
WITH c (code, n) AS (VALUES {c}), p (code) AS (VALUES {p}), y (starts, ends, n) AS (VALUES {y})
INSERT INTO {table} (indicator_code, place_code, period_start, period_end, amount, absence, unit, bound, status, rule, inputs, note,
  recorded_at)
SELECT c.code, p.code, y.starts, y.ends, c.n + y.n, '', '万元', '=', 'final', 'reported', '[]', '', %s FROM p, c, y
"""


def fill_city(targets: int, values: int) -> None:
    """Write it all."""
    place = models.Place.objects.create(
        code=CITY, name="示例市", name_en="Sample City", level="prefecture", recorded_at=AT
    )
    for n in range(CODES):
        made = Definition(f"b{n}", f"指标{n}", "万元", Direction.UP, Kind.FLOW, f"Indicator {n}", owner=f"第{n % 20}局")
        models.Indicator.objects.create(
            code=made.code, digest=made.code, name=made.name, name_en=made.name_en, unit=made.unit, owner=made.owner,
            body=encode(made), recorded_at=AT,
        )  # fmt: skip
    for number in range((targets + A_PLAN - 1) // A_PLAN):
        _write_plan(place, number, min(A_PLAN, targets - number * A_PLAN))
    _write_values(values)
    index_all()
    append_audit("bench", "plan.read", "bench", AT)


def _write_plan(place: models.Place, number: int, size: int) -> None:
    lines = [f"指标{n % CODES}达到{1000 + n}万元。\n" for n in range(size)]
    text = "".join(lines)
    document = models.Document.objects.create(
        sha256=f"{number:064x}", name=f"{number}.txt", size_bytes=len(text.encode()), data=text.encode(), text=text,
        recorded_at=AT,
    )  # fmt: skip
    plan = models.Plan.objects.create(
        address=f"plan/{CITY}/2021/p{number}", title=f"示例规划{number}", kind="special_plan", place=place, first_year=2021,
        last_year=2025, recorded_at=AT,
    )  # fmt: skip
    version = models.PlanVersion.objects.create(
        plan=plan, number=1, document=document, reader="bench", state="read", recorded_at=AT, read_at=AT
    )
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line)
    nouns = [_make_entry(text, starts[n], lines[n], n) for n in range(size)]
    models.PlanEntry.objects.bulk_create(
        [
            models.PlanEntry(
                version=version,
                entry_id=e.id,
                kind="target",
                origin="prose",
                start=e.span.start,
                end=e.span.end,
                quote=e.span.quote,
                indicator=e.indicator,
                indicator_code=e.indicator_code,
                value=e.value,
                unit=e.unit,
                year=2025,
                category="经济发展",
                attribute=e.attribute,
                body=encode(e),
            )
            for e in nouns
        ],
        batch_size=500,
    )
    keys = dict(version.entries.values_list("entry_id", "pk"))
    rows = [_make_target(plan.address, version, e, keys[e.id], n) for n, e in enumerate(nouns)]
    models.PlanTarget.objects.bulk_create(rows, batch_size=500)
    made = models.PlanTarget.objects.filter(version=version).order_by("position")
    models.StandingRow.objects.bulk_create([_make_standing(row, n) for n, row in enumerate(made)], batch_size=500)


def _make_entry(text: str, start: int, line: str, n: int) -> Entry:
    value = f"{1000 + n}"
    at = start + line.index(value)
    return Entry(
        id=f"e{n}", kind=EntryKind.TARGET, origin="prose", span=span_of(text, start, start + len(line) - 1), section="",
        indicator=f"指标{n % CODES}", indicator_code=f"b{n % CODES}", value=Decimal(value), unit="万元",
        value_span=span_of(text, at, at + len(value)), comparator=Comparator.EQUAL, year=2025,
        year_source=YearSource.EXPLICIT, attribute="约束性" if n % 3 == 0 else "预期性", category="经济发展",
    )  # fmt: skip


def _make_target(address: str, version: models.PlanVersion, entry: Entry, key: int, n: int) -> models.PlanTarget:
    target = Target(
        id=f"{address}#{entry.id}", entry_id=entry.id, indicator_code=entry.indicator_code, name=entry.indicator,
        place_code=CITY, form=Form.LEVEL, comparator=Comparator.EQUAL, value=make_quantity(str(entry.value), "万元"),
        due_year=2025, direction=Direction.UP, base=Base(2020, Absence(AbsenceKind.NOT_STATED, "")),
        is_binding=n % 3 == 0,
    )  # fmt: skip
    return models.PlanTarget(
        address=target.id, version=version, entry_id=key, position=n + 1, indicator_code=target.indicator_code,
        name=target.name, place_id=CITY, form="level", due_year=2025, is_binding=target.is_binding, body=encode(target),
        recorded_at=AT,
    )  # fmt: skip


def _make_standing(row: models.PlanTarget, n: int) -> models.StandingRow:
    klass = CLASSES[n % len(CLASSES)]
    standing = Standing(
        target_id=row.address, as_of=date(2026, 3, 1), klass=klass, form=Form.LEVEL, done=Decimal("0.6"),
        elapsed=Decimal("0.8"), expected=Decimal("0.8"), data_date=date(2024, 12, 31),
    )  # fmt: skip
    return models.StandingRow(
        target=row, as_of=standing.as_of, klass=str(klass), data_date=standing.data_date, body=encode(standing),
        recorded_at=AT,
    )  # fmt: skip


def _write_values(values: int) -> None:
    """Spread over CODES series of made-up places, the city's own first: twenty years each; written by the database itself."""
    places = max(1, values // (CODES * len(YEARS)))
    table = models.ValueRow._meta.db_table
    with connection.cursor() as cursor:
        for first in range(0, places, PLACES_AT_ONCE):
            some = [CITY if p == 0 else f"88{p:04}" for p in range(first, min(first + PLACES_AT_ONCE, places))]
            lists = (
                [(f"b{n}", 1000 + n) for n in range(CODES)],
                [(code,) for code in some],
                [(date(year, 1, 1), date(year, 12, 31), year - YEARS[0]) for year in YEARS],
            )
            cursor.execute(WRITE.format(table=table, c=_marks(lists[0]), p=_marks(lists[1]), y=_marks(lists[2])), [
                *(item for rows in lists for row in rows for item in row), AT,
            ])  # fmt: skip
        cursor.execute("ANALYZE")


def _marks(rows: Sequence[tuple[Any, ...]]) -> str:
    return ", ".join("(" + ", ".join(["%s"] * len(row)) + ")" for row in rows)
