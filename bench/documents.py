"""The documents the reader's benches read.

In: nothing. Out: bytes and names: the shared documents beside the repository, or, where there are none, the sample's.
Left out on purpose: labels; how well they are read is for tests to say.
"""

import os
import time
from pathlib import Path

from bench.skipped import Skipped
from lantu.read import read_plan

REPO = Path(__file__).resolve().parent.parent
SHARED = REPO.parent / "shared"
SAMPLE = REPO / "examples" / "jiaxing"

Document = tuple[bytes, str]


def find_documents() -> list[Document]:
    """All documents, in the order of their names."""
    shared = [path for folder in ("corpus", "seeds") for path in sorted((SHARED / folder).glob("*.txt"))]
    paths = shared or sorted([*SAMPLE.glob("*.txt"), *SAMPLE.glob("*.md")])
    if not paths:
        raise Skipped("no documents, neither shared ones nor the sample's")
    return [(path.read_bytes(), path.name) for path in paths]


def decode_documents(documents: list[Document]) -> list[str]:
    """Their texts."""
    return [data.decode("utf-8", errors="replace") for data, _ in documents]


def time_reading(document: Document) -> tuple[int, float]:
    """What one process of a pool does: which process it is, and the CPU seconds it took; the reading stays with it."""
    start = time.process_time()
    read_plan(*document)
    return os.getpid(), time.process_time() - start
