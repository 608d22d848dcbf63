"""How fast the whole reader is, and how much memory it takes.

Source: every shared document (else the sample's) read whole, in one process, best of three runs. "CPU" divides by the
seconds the process was given, which other work on the machine hardly changes; "wall" by those on the clock. A thousand
documents are excerpts of these, read by a pool of one and of as many processes as there are cores; where other work takes
the cores the clock says little, and the CPU seconds of the busiest process tell how the work was shared. Memory is the most a
process of its own ever held, interpreter and libraries included.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.documents import REPO, Document, find_documents, time_reading
from lantu.read import read_plan

RUNS = 3
MANY = 1000
EXCERPT = 12_000
"""Bytes of each of the many: about 4,000 characters."""
HOLD = """
import re, sys
from pathlib import Path
from lantu.read import read_plan
data = sys.stdin.buffer.read()
if data:
    read_plan(data, "longest.txt")
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
"""VmHWM and not ru_maxrss: the latter still counts what the parent held before the new program began."""


def measure() -> dict[str, float]:
    """Characters a second, megabytes, seconds for many."""
    documents = find_documents()
    return {**measure_speed(documents), **measure_memory(documents), **measure_pool(documents)}


def measure_speed(documents: list[Document]) -> dict[str, float]:
    """The whole reader on all documents in this process."""
    runs = [_read_all(documents) for _ in range(RUNS)]
    characters = runs[0][0]
    return {
        "documents": float(len(documents)),
        "characters": float(characters),
        "characters a second, CPU": characters / min(cpu for _, cpu, _ in runs),
        "characters a second, wall": characters / min(wall for _, _, wall in runs),
    }


def _read_all(documents: list[Document]) -> tuple[int, float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    characters = sum(len(read_plan(data, name).text) for data, name in documents)
    return characters, time.process_time() - cpu, time.perf_counter() - wall


def measure_memory(documents: list[Document]) -> dict[str, float]:
    """The longest document in a process of its own, and that process with nothing to read."""
    if not Path("/proc/self/status").exists():
        return {}
    longest = max(documents, key=lambda document: len(document[0]))
    return {
        "longest document, characters": float(len(longest[0].decode("utf-8", "replace"))),
        "memory for the longest document, MB": _held(longest[0]),
        "memory with nothing read, MB": _held(b""),
    }


def _held(data: bytes) -> float:
    done = subprocess.run([sys.executable, "-c", HOLD], input=data, capture_output=True, check=True, cwd=REPO)
    return int(done.stdout) / 1024


def measure_pool(documents: list[Document]) -> dict[str, float]:
    """A thousand excerpts through a pool of one and of all cores."""
    excerpts = [_cut(documents[at % len(documents)], at) for at in range(MANY)]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    figures: dict[str, float] = {}
    busiest: dict[int, float] = {}
    for workers in dict.fromkeys((1, cores)):
        wall, busiest[workers] = _time_pool(excerpts, workers)
        figures[f"{MANY} documents, {workers} processes, wall s"] = wall
        figures[f"{MANY} documents, {workers} processes, CPU s of the busiest"] = busiest[workers]
    figures[f"busiest of 1 to busiest of {cores}"] = busiest[1] / busiest[cores]
    return figures


def _cut(document: Document, at: int) -> Document:
    """A stretch of whole lines, a different one each time."""
    data, name = document
    start = data.find(b"\n", at * 7919 % max(1, len(data) - EXCERPT)) + 1
    return data[start : data.rfind(b"\n", start, start + EXCERPT) + 1] or data[:EXCERPT], name


def _time_pool(excerpts: list[Document], workers: int) -> tuple[float, float]:
    """Seconds on the clock, and CPU seconds of the process that had most to do."""
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(time_reading, excerpts[: 4 * workers]))  # processes are started before the clock is
        start = time.perf_counter()
        done = list(pool.map(time_reading, excerpts, chunksize=10))
        wall = time.perf_counter() - start
    spent: dict[int, float] = {}
    for process, seconds in done:
        spent[process] = spent.get(process, 0.0) + seconds
    return wall, max(spent.values())
