"""What the lake holds, as lines: each quantity of a pack with its series, how fresh they are and what is missing, and the files loaded.

In: series as of the last computation, packs, the present, imports. Out: lines. Left out on purpose: single series and readings,
which have pages of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from lantu.core.time import CHINA_TIME
from lantu.packs.pack import Pack
from lantu.show.language import is_english
from lantu.show.reading_lines import say_age
from lantu.show.words import FLAGS, word_for
from lantu.store.models import ReadingImport


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The series of one quantity of a pack.

    Attributes:
        item: Its name.
        series: How many there are.
        rows, flagged: Readings in force; of these, those that count for nothing.
        missing: Readings that are not there, by the interval at which the pack's stations report; None where it names none.
        first, last: Instants of the first and the last reading, in the civil time of China.
        age: How long ago the last one was.
        silent: Series whose last reading is more than a day older than the newest of the group.
        href: To the series.
    """

    item: str
    series: int
    rows: int
    flagged: int
    missing: int | None
    first: datetime
    last: datetime
    age: str
    silent: int
    href: str


@dataclass(frozen=True, slots=True)
class PackLines:
    """What the lake holds of a pack.

    Attributes:
        name: Of the pack.
        title: In the language in force.
        interval: Minutes between two readings of a station; None where the pack says nothing.
        groups: By quantity.
        cells: Address of what was computed of it.
    """

    name: str
    title: str
    interval: int | None
    groups: tuple[GroupLine, ...]
    cells: str


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A file of readings.

    Attributes:
        name, actor: Of the file, and who loaded it.
        began_at, recorded_at: When it was begun, and when its last rows were kept.
        is_done: Whether it was read to its end; what is not goes on when it is loaded again.
        rows: Done so far.
        kept, refused: Readings that were new, and rows that could not be read.
        flags: Words with how many readings each was said of.
    """

    name: str
    actor: str
    began_at: datetime
    recorded_at: datetime
    is_done: bool
    rows: int
    kept: int
    refused: int
    flags: tuple[tuple[str, int], ...]


SILENT = timedelta(days=1)


def write_packs(series: Iterable[Mapping[str, Any]], packs: Mapping[str, Pack], now: datetime) -> tuple[PackLines, ...]:
    """Every pack with series, its quantities by name.

    Args:
        series: Rows of the list of series that may be seen.
        packs: By name.
        now: The present.
    """
    grouped: dict[str, dict[str, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in series:
        pack, item, _station = row["series"].split("/", 2)
        grouped[pack][item].append(row)
    return tuple(_write_pack(packs[name], items, now) for name, items in sorted(grouped.items()))


def _write_pack(pack: Pack, items: Mapping[str, list[Mapping[str, Any]]], now: datetime) -> PackLines:
    interval = find_interval(pack)
    groups = tuple(_write_group(pack.name, item, rows, interval, now) for item, rows in sorted(items.items()))
    title = pack.title_en if is_english() and pack.title_en else pack.title
    return PackLines(pack.name, title, interval, groups, f"{reverse('cells')}?{urlencode({'pack': pack.name})}")


def find_interval(pack: Pack) -> int | None:
    """Minutes between two readings of a station, by the pack's newest edition of `sensing`."""
    if not pack.rules.has_rule("sensing"):
        return None
    told = pack.rules.editions["sensing"][-1].values.get("interval_minutes")
    return None if told is None else int(told)


def _write_group(pack: str, item: str, rows: list[Mapping[str, Any]], interval: int | None, now: datetime) -> GroupLine:
    first, last = min(row["first"] for row in rows), max(row["last"] for row in rows)
    newest = _instant(last)
    return GroupLine(
        item=item,
        series=len(rows),
        rows=sum(row["rows"] for row in rows),
        flagged=sum(row["flagged"] for row in rows),
        missing=None if interval is None else sum(count_missing(row, interval) for row in rows),
        first=_instant(first),
        last=newest,
        age=say_age(now - newest),
        silent=sum(_instant(row["last"]) < newest - SILENT for row in rows),
        href=f"{reverse('readings')}?{urlencode({'pack': pack, 'item': item})}",
    )


def count_missing(row: Mapping[str, Any], interval: int) -> int:
    """Readings between a series' first and last that would be there if none had been missed."""
    wanted = (row["last"] - row["first"]) // (interval * 60) + 1
    return max(0, int(wanted) - int(row["rows"]))


def _instant(second: int) -> datetime:
    return datetime.fromtimestamp(second, UTC).astimezone(CHINA_TIME)


def write_import(row: ReadingImport) -> ImportLine:
    """A file as it stands."""
    counts = row.counts
    flags = tuple((word_for(FLAGS, flag), int(counts[flag])) for flag in FLAGS if counts.get(flag))
    return ImportLine(
        row.name, row.actor, row.began_at.astimezone(CHINA_TIME), row.recorded_at.astimezone(CHINA_TIME),
        row.ended_at is not None, row.rows_done, int(counts.get("kept", 0)), int(counts.get("refused", 0)), flags,
    )  # fmt: skip
