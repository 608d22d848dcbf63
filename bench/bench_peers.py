"""How fast other readers of Chinese figures are on the same text.

Source: the first 1,500 characters of every document, line by line, CPU seconds. Lantu reads the excerpts whole: tables,
headings, indicators, years. JioNLP finds money and times; Microsoft's Recognizers find numbers, currencies, dimensions
and percentages. They are installed, as requirements/bench.txt locks them, into var/bench-env and nowhere else.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from bench.documents import REPO, decode_documents, find_documents
from bench.skipped import Skipped
from lantu.read import read_text

HERE = Path(__file__).resolve().parent
PLACE = REPO / "var" / "bench-env"
LOCK = REPO / "requirements" / "bench.txt"
EXCERPT = 1500
PEERS = ("jionlp", "recognizers")
SECONDS = 900


def measure() -> dict[str, float]:
    """Characters a CPU second of each, and how many figures each found."""
    texts = [text[:EXCERPT] for text in decode_documents(find_documents())]
    characters = sum(map(len, texts))
    start = time.process_time()
    found = sum(len(read_text(text, "excerpt.txt").entries) for text in texts)
    figures = {
        "characters": float(characters),
        "Lantu, characters a second": characters / (time.process_time() - start),
        "Lantu, entries": float(found),
    }
    python = install()
    for peer in PEERS:
        figures |= _measure_peer(python, peer, texts, characters)
    return figures


def install() -> Path:
    """The peers' own environment, made where it is not there."""
    python = PLACE / "bin" / "python"
    uv = Path(sys.executable).with_name("uv")
    commands = [
        [str(uv), "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(PLACE)],
        [str(uv), "pip", "sync", "--quiet", "--require-hashes", "--python", str(python), str(LOCK)],
    ]
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Skipped(f"the peers cannot be installed: {' '.join(done.stderr.split())[-200:]}")
    return python


def _measure_peer(python: Path, peer: str, texts: list[str], characters: int) -> dict[str, float]:
    command = [str(python), "-W", "ignore", str(HERE / "peer_worker.py"), peer]
    try:
        done = subprocess.run(
            command, input=json.dumps(texts), capture_output=True, text=True, timeout=SECONDS, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"  {peer} did not run: {' '.join(str(error.stderr or error).split())[-200:]}")
        return {}
    seconds, found = json.loads(done.stdout.splitlines()[-1])
    return {f"{peer}, characters a second": characters / seconds, f"{peer}, figures": float(found)}
