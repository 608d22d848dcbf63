"""A process that ingests and flushes until it is killed.

In: on standard input one line per life, `first batch, seed, step to die at or -`. Out: on standard output the child's
process number, `ack N` once batch N was answered, and `end STATUS`. Each life is a fork of this process, which has
everything imported and nothing opened, so that fifty lives take no longer than their work.
Left out on purpose: remembering what was acknowledged; the ledger is the parent's.
"""

import os
import random
import signal
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa

BATCH_ROWS = 200
CORRECTED = 10
"""Rows of each batch that correct the first rows of an earlier batch."""
LAG = 5
"""How many batches earlier."""
FLUSH_ROWS = 1_000
START = datetime(2024, 1, 20, tzinfo=UTC)


def batch_of(number: int) -> pa.Table:
    """Batch N: always the same rows. Readings of one instant, and corrections of those of batch N-5."""
    fresh = BATCH_ROWS - CORRECTED
    rows = [(f"air/pm25/s{row}", number, float(number * 1000 + row)) for row in range(fresh)]
    if number >= LAG:
        before = number - LAG
        rows += [(f"air/pm25/s{row}", before, float(before * 1000 + row) + 0.5) for row in range(CORRECTED)]
    instants = [START + timedelta(hours=6 * number) for _, number, _ in rows]
    return pa.table(
        {
            "series": [series for series, _, _ in rows],
            "observed_at": pa.array(instants, pa.timestamp("us", "UTC")),
            "value": [value for _, _, value in rows],
        }
    )


def say(line: str) -> None:
    """One line to the parent, at once."""
    os.write(1, f"{line}\n".encode())


def live(first: int, seed: int, step: str) -> None:
    """Append batch after batch and flush beside it, until somebody ends this."""
    from lantu.store.lake import Lake

    chance = random.Random(seed)
    lake = Lake.open(Path(os.environ["LANTU_HOME"]))

    def watch(reached: str) -> None:
        if reached == step and chance.random() < 0.5:
            os.kill(os.getpid(), signal.SIGKILL)

    def flush() -> None:
        while True:
            lake.flush(FLUSH_ROWS, watch=watch)
            time.sleep(0.02)
            if chance.random() < 0.2:
                lake.compact()

    threading.Thread(target=flush, daemon=True).start()
    number = first
    while True:
        lake.append(batch_of(number), source="feed", recorded_at=datetime.now(UTC))
        say(f"ack {number}")
        number += 1


def main() -> None:
    """One fork per line."""
    import duckdb  # noqa: F401
    import pandas as pd  # noqa: F401  # Arrow imports it at the first table

    from lantu.store.bootstrap import connect_registry

    connect_registry()
    from lantu.store.lake import Lake  # noqa: F401

    for line in sys.stdin:
        first, seed, step = line.split()
        child = os.fork()
        if child == 0:
            live(int(first), int(seed), step)
        say(f"pid {child}")
        _, status = os.waitpid(child, 0)
        say(f"end {status}")


if __name__ == "__main__":
    main()
