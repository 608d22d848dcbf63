"""Which rows of the lake hold, as conditions in SQL that DuckDB, Spark and Sail understand alike.

In: a slice, or a part of cells. Out: conditions. Left out on purpose: how an instant is written, which differs.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from lantu.store.engines.engine import Part, Slice

HIDDEN = "hidden"
"""Table with the numbers of rows in files that rows not yet in files supersede."""


def without_hidden() -> str:
    """The condition that a row of a file is not superseded by one that is still staged."""
    return f" AND sequence NOT IN (SELECT sequence FROM {HIDDEN})"


def list_conditions(wanted: Slice, instant: str) -> list[str]:
    """Conditions that all hold for a wanted row.

    Args:
        wanted: The slice.
        instant: The engine's word for an instant with a zone: TIMESTAMPTZ or TIMESTAMP.
    """

    def write(at: datetime) -> str:
        return f"{instant} '{at.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}+00:00'"

    if wanted.as_of is None:
        conditions = ["superseded_at IS NULL"]
    else:
        moment = write(wanted.as_of)
        conditions = [f"recorded_at <= {moment}", f"(superseded_at IS NULL OR superseded_at > {moment})"]
    if wanted.series is not None:
        conditions.append(_is_among("series", wanted.series))
    if wanted.first is not None:
        conditions.append(f"observed_at >= {write(wanted.first)}")
    if wanted.last is not None:
        conditions.append(f"observed_at <= {write(wanted.last)}")
    return conditions


def list_part(part: Part) -> list[str]:
    """Conditions that all hold for a wanted cell."""
    conditions = [f"period BETWEEN {int(part.first)} AND {int(part.last)}"]
    if part.places is not None:
        conditions.append(_is_among("place", part.places))
    return conditions


def _is_among(column: str, words: Sequence[str]) -> str:
    names = ", ".join("'" + word.replace("'", "''") + "'" for word in words) or "NULL"
    return f"{column} IN ({names})"
