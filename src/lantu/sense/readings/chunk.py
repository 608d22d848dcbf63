"""One chunk of a file of readings: read, placed, flagged, told of.

In: rows, layout, rules, places, the present, what came before. Out: readings to be
kept, diagnostics, counts. Left out on purpose: keeping them; that is the lake's.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lantu.core.catalogue import Catalogue
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.sense.readings.following import Memory, flag_following, set_flags
from lantu.sense.readings.layout import Layout
from lantu.sense.readings.reading import FLAGS, Block, SensorRules, leave_out
from lantu.sense.readings.rows import read_rows
from lantu.sense.readings.single import flag_clocks, flag_figures, place_readings
from lantu.sense.table import Row

SAID = {
    "negative": ("is negative", "look at the instrument; a failed one is an empty cell"),
    "impossible": ("lies outside what an instrument can show", "look at the instrument"),
    "unit": ("looks like another unit (µg for mg, or mg for µg)", "state the unit in the heading"),
    "future": ("lies in the future", "correct the date, or the station's clock"),
    "stuck": ("stands still", "look at the instrument"),
    "repeated": ("was told before", "remove the second row; it is kept once"),
    "contradicts": (
        "differs from an earlier row for the same instant",
        "find out which is right; the later is in force",
    ),
    "unplaced": ("is of no known place", "load the place, or name it by its code"),
    "closed": ("is of a place that did not stand then", "name the place that followed it"),
    "below": ("is a detection limit; the true figure lies below it", "nothing; the limit is kept"),
}
"""Word of FLAGS → what is wrong, what to do."""
_HARMLESS = ("below", "repeated")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What came of a chunk.

    Attributes:
        readings: In order; those told before are counted and left out.
        earlier: Readings of earlier chunks, to be kept anew with one more flag.
        diagnostics: What could not be read, and one for each flagged reading.
        rows: Read.
        refused: Of these, rows that gave nothing because something in them could not be read.
        flagged: Readings by word; one reading may have several.
    """

    readings: Block
    earlier: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...]
    rows: int
    refused: int
    flagged: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """What every chunk of a file is read with.

    Attributes:
        layout: Which column is what.
        rules: Of the pack.
        catalogue: The places.
        now: The present, the same for all chunks.
        file: For messages.
    """

    layout: Layout
    rules: SensorRules
    catalogue: Catalogue
    now: datetime
    file: str


def read_chunk(rows: Sequence[Row], ground: Ground) -> tuple[Block, tuple[Diagnostic, ...], int]:
    """Rows as readings with the flags that each has by itself; the last figure counts the rows refused."""
    block, diagnostics, refused = read_rows(rows, ground.layout, ground.file)
    codes, unplaced = place_readings(block, ground.catalogue)
    block = replace(block, place_codes=codes)
    for words in (unplaced, flag_figures(block, ground.rules), flag_clocks(block, ground.rules, ground.now)):
        block = set_flags(block, words)
    return block, diagnostics, refused


def finish_chunk(read: tuple[Block, tuple[Diagnostic, ...], int], rows: int, ground: Ground, memory: Memory) -> Chunk:
    """The chunk with what the readings before it show. Changes the memory.

    Args:
        read: Of `read_chunk`.
        rows: How many it had.
        ground: As there.
        memory: Of the chunks before, and of the lake.
    """
    block, diagnostics, refused = read
    words, earlier = flag_following(block, ground.rules, memory)
    block = set_flags(block, words)
    every = (block, *earlier)
    flagged = Counter(word for part in every for flags in part.flags for word in flags.split())
    # Readings kept anew were counted with their other words when they first came.
    flagged -= Counter(w for part in earlier for flags in part.flags for w in flags.split() if w != "stuck")
    said = [
        *diagnostics,
        *_tell(block, ground.file),
        *(d for part in earlier for d in _tell(part, ground.file, "stuck")),
    ]
    return Chunk(leave_out(block, "repeated"), tuple(earlier), tuple(said), rows, refused, dict(flagged))


def _tell(block: Block, file: str, only: str = "") -> Iterable[Diagnostic]:
    for place, flags in enumerate(block.flags):
        for word in flags.split():
            if only and word != only:
                continue
            what, hint = SAID[word]
            severity = Severity.INFO if word in _HARMLESS else Severity.WARNING
            subject = f"{block.series[place]} {block.instants[place]:%Y-%m-%d %H:%M} {block.values[place]:g} {block.units[place]}"
            cell = Cell(file, block.rows[place], block.quantities[place])
            yield Diagnostic(FLAGS[word], severity, f"{subject.rstrip()} {what}", hint, cell=cell)


def tell_gaps(memory: Memory, file: str) -> tuple[Diagnostic, ...]:
    """One diagnostic on readings missing between those that came."""
    gaps = sorted(memory.gaps().items(), key=lambda pair: (-pair[1], pair[0]))
    if not gaps:
        return ()
    worst = ", ".join(f"{name} {count}" for name, count in gaps[:10])
    message = f"{sum(count for _, count in gaps)} readings are missing in {len(gaps)} series: {worst}"
    hint = "nothing to do where they were reported missing; means say how many readings they rest on"
    return (Diagnostic("S041", Severity.INFO, message, hint, cell=Cell(file)),)
