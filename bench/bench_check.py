"""How long the checker takes for many documents.

Source: readings of the sample's plans, each turned into many by renaming, rescaling, dropping and moving figures;
reading itself is not counted. One process, one core. Twice the documents should take about twice the time.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from bench.skipped import Skipped
from lantu.check.documents import check_readings
from lantu.core.entry import Entry, Reading, Table
from lantu.read import read_plan

REPO = Path(__file__).resolve().parent.parent
SHARED = REPO.parent / "shared" / "seeds"
COUNT = 200
SCALES = tuple(Decimal(n) / 10 for n in (7, 8, 9, 10, 11, 12, 13))


def measure() -> dict[str, float]:
    """Seconds for some and for twice as many readings."""
    paths = sorted(SHARED.glob("*.txt")) or sorted((REPO / "examples" / "jiaxing").glob("**/*.txt"))
    if not paths:
        raise Skipped("no plans to read, neither shared ones nor the sample's")
    originals = [read_plan(path.read_bytes(), path.name) for path in paths]
    originals = [reading for reading in originals if reading.entries]
    half, whole = (perturb(originals, count) for count in (COUNT // 2, COUNT))
    seconds, found, aligned = _time(half)
    seconds_all, found_all, aligned_all = _time(whole)
    return {
        f"check of {COUNT // 2} readings, s": seconds,
        f"check of {COUNT} readings, s": seconds_all,
        f"findings in {COUNT // 2}": float(found),
        f"findings in {COUNT}": float(found_all),
        f"alignments in {COUNT // 2}": float(aligned),
        f"alignments in {COUNT}": float(aligned_all),
    }


def _time(readings: Sequence[Reading]) -> tuple[float, int, int]:
    start = time.process_time()
    alignments, findings, _ = check_readings(readings)
    return time.process_time() - start, len(findings), len(alignments)


def perturb(originals: Sequence[Reading], count: int) -> list[Reading]:
    """Readings made from real ones, the same each time."""
    chance = random.Random(7)
    made = []
    for n in range(count):
        reading = originals[n % len(originals)]
        made.append(_perturb(reading, n, chance))
    return made


def _perturb(reading: Reading, n: int, chance: random.Random) -> Reading:
    """Another place and file; figures rescaled, some entries and rows dropped, sections as they are."""
    facts = replace(
        reading.facts,
        source=f"{n}-{reading.facts.source}",
        region_code=f"{33 + n % 5}{n % 12 + 1:02}{n % 20:02}",
        region_name=f"第{n % 40}市",
    )
    entries = tuple(_rescale(entry, chance) for entry in reading.entries if chance.random() > 0.1)
    return replace(reading, facts=facts, entries=entries, tables=tuple(_drop(t, chance) for t in reading.tables))


def _rescale(entry: Entry, chance: random.Random) -> Entry:
    value = entry.value * chance.choice(SCALES) if entry.value is not None and chance.random() < 0.5 else entry.value
    name = f"新{entry.indicator}" if chance.random() < 0.05 else entry.indicator
    return replace(entry, value=value, indicator=name)


def _drop(table: Table, chance: random.Random) -> Table:
    return replace(table, rows=tuple(row for row in table.rows if chance.random() > 0.1))
