"""A chunk from rows to readings with flags, diagnostics and counts."""

from datetime import UTC, datetime

from lantu.core.catalogue import Catalogue
from lantu.core.place import Place
from lantu.sense.readings.chunk import Chunk, Ground, finish_chunk, read_chunk, tell_gaps
from lantu.sense.readings.following import Memory
from lantu.sense.readings.layout import Figure, Layout
from lantu.sense.readings.reading import Limit, SensorRules
from lantu.sense.table import Row

LAYOUT = Layout("air", station=0, time=1, figures=(Figure("pm25", "μg/m3", 2, "PM2.5"),), width=3, place_code="330400")
GROUND = Ground(
    LAYOUT,
    SensorRules({"pm25": Limit(0, 5000, 1000, 1)}, {"pm25": 3}),
    Catalogue((), (Place("330400", "青湖市", "prefecture"),)),
    datetime(2024, 2, 1, tzinfo=UTC),
    "a.csv",
)


def chunk_of(*cells: tuple[str, str], memory: Memory | None = None) -> Chunk:
    rows = [Row(number, ("s", *pair)) for number, pair in enumerate(cells, start=2)]
    return finish_chunk(read_chunk(rows, GROUND), len(rows), GROUND, memory or Memory())


def test_every_flag_is_kept_counted_and_told() -> None:
    chunk = chunk_of(
        ("2024-01-01 00:00", "38"), ("2024-01-01 01:00", "-3"), ("2025-01-01 00:00", "9"), ("2024-01-01 02:00", "x")
    )
    assert chunk.readings.flags == ("", "negative", "future")
    assert (chunk.rows, chunk.refused, chunk.flagged) == (4, 1, {"negative": 1, "future": 1})
    assert [(d.code, d.cell.row) for d in chunk.diagnostics if d.cell] == [("S031", 5), ("S034", 3), ("S037", 4)]


def test_what_was_told_before_is_counted_and_left_out() -> None:
    chunk = chunk_of(("2024-01-01 00:00", "38"), ("2024-01-01 00:00", "38"))
    assert (len(chunk.readings), chunk.flagged) == (1, {"repeated": 1})


def test_a_run_over_two_chunks_is_counted_once_for_each_reading() -> None:
    memory = Memory()
    first = chunk_of(("2024-01-01 00:00", "7"), ("2024-01-01 01:00", "7"), memory=memory)
    second = chunk_of(("2024-01-01 02:00", "7"), memory=memory)
    assert first.flagged == {}
    assert second.flagged == {"stuck": 3}
    assert [part.flags for part in second.earlier] == [("stuck",), ("stuck",)]


def test_gaps_are_told_once() -> None:
    memory = Memory()
    chunk_of(("2024-01-01 00:00", "7"), ("2024-01-01 05:00", "8"), memory=memory)
    (said,) = tell_gaps(memory, "a.csv")
    assert said.code == "S041"
    assert "4 readings" in said.message
    assert tell_gaps(Memory(), "a.csv") == ()
