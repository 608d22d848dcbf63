"""Kills an ingesting and flushing process at random points, keeps the ledger, and compares at the end.

In: an environment that names an empty registry, a number of kills, a seed. Out: what was acknowledged, and every
reading that was lost, doubled or invented. The ledger is written here, outside the process that is killed; a batch that
was not acknowledged is sent again by the next life, as a gateway would.
"""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from tests.durability.ingest import BATCH_ROWS, CORRECTED, LAG, batch_of

HERE = Path(__file__).resolve().parent
STEPS = ("-", "written", "-", "committed", "-", "released")
"""Where a life ends by itself; "-": wherever the parent's kill finds it."""
PATIENCE_S = 120


@dataclass(slots=True)
class Outcome:
    """What came of it.

    Attributes:
        kills: Lives ended by SIGKILL.
        at_steps: Of these, by their own hand in the middle of a flush, by step.
        acknowledged: Batches in the ledger.
        wrong: What was lost, doubled or invented; empty if all is well.
        rows: In the lake at the end, superseded ones included.
    """

    kills: int = 0
    at_steps: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)
    rows: int = 0


class Launcher:
    """The process that forks lives."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "ingest.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **environment, "PYTHONPATH": str(HERE.parents[1])},
            bufsize=0,
        )
        self._rest = b""

    def begin(self, first: int, seed: int, step: str) -> None:
        """Start a life."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{first} {seed} {step}\n".encode())

    def listen(self, seconds: float) -> list[str] | None:
        """Lines said within this time; None if nothing was."""
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], max(seconds, 0))
        if not ready:
            return None
        data = os.read(self.process.stdout.fileno(), 65536)
        if not data:
            raise AssertionError("the launcher ended by itself")
        *lines, self._rest = (self._rest + data).split(b"\n")
        return [line.decode() for line in lines]

    def end(self) -> None:
        """Stop the launcher."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(timeout=PATIENCE_S)
        if self.process.stdout is not None:
            self.process.stdout.close()


def run_kills(environment: Mapping[str, str], ledger: Path, kills: int, seed: int) -> Outcome:
    """So many lives, each ended by SIGKILL; what was acknowledged goes to the ledger."""
    chance = random.Random(seed)
    outcome = Outcome()
    launcher = Launcher(environment)
    try:
        for life in range(kills):
            step = STEPS[life % len(STEPS)]
            acknowledged = run_life(launcher, outcome.acknowledged, chance, step)
            outcome.at_steps[step] += 1
            with ledger.open("a", encoding="ascii") as file:
                file.writelines(f"{number}\n" for number in acknowledged)
            outcome.acknowledged += len(acknowledged)
            outcome.kills += 1
    finally:
        launcher.end()
    return outcome


def run_life(launcher: Launcher, first: int, chance: random.Random, step: str) -> list[int]:
    """One life from its first acknowledgement to its end. Returns the batches acknowledged."""
    launcher.begin(first, chance.randrange(10**6), step)
    acknowledged: list[int] = []
    pid, begun = 0, time.monotonic()
    # A life that is to end by its own hand gets time for it; any other is killed between at once and a little over a second on.
    deadline = begun + PATIENCE_S
    while True:
        for line in launcher.listen(deadline - time.monotonic()) or ["late"]:
            word, _, number = line.partition(" ")
            if word == "pid":
                pid = int(number)
            elif word == "ack":
                if not acknowledged and step == "-":
                    deadline = time.monotonic() + chance.uniform(0, 1.2)
                acknowledged.append(int(number))
            elif word == "end":
                assert int(number) == signal.SIGKILL, f"the process ended by itself with status {number}"
                return acknowledged
            elif word == "late":
                os.kill(pid, signal.SIGKILL)
                deadline = time.monotonic() + PATIENCE_S


def expected_rows(batches: int) -> Counter[tuple[str, float, bool]]:
    """What the lake holds after batches 0 to N-1: series, value, and whether it is in force."""
    expected: Counter[tuple[str, float, bool]] = Counter()
    for number in range(batches):
        table = batch_of(number)
        names, values = table["series"].to_pylist(), table["value"].to_pylist()
        is_corrected = number + LAG < batches
        for row, (name, value) in enumerate(zip(names, values, strict=True)):
            is_fresh = row < BATCH_ROWS - CORRECTED
            expected[(name, value, not (is_fresh and row < CORRECTED and is_corrected))] += 1
    return expected


def compare(ledger: Path, rows: pa.Table, outcome: Outcome) -> Outcome:
    """The lake against the ledger. The last batch may be there without having been acknowledged."""
    numbers = [int(line) for line in ledger.read_text("ascii").split()]
    if numbers != list(range(len(numbers))):
        outcome.wrong.append("the ledger itself has gaps")
    columns = (rows["series"].to_pylist(), rows["value"].to_pylist(), rows["superseded_at"].is_null().to_pylist())
    found = Counter(zip(*columns, strict=True))
    outcome.rows = rows.num_rows
    answers = [expected_rows(len(numbers) + extra) for extra in (0, 1)]
    if found in answers:
        return outcome
    lost, more = answers[0] - found, found - answers[0]
    outcome.wrong.append(f"{sum(lost.values())} readings lost, {sum(more.values())} too many")
    outcome.wrong += [f"lost {key}" for key in list(lost)[:5]] + [
        f"too many {key} × {n}" for key, n in list(more.items())[:5]
    ]
    return outcome
