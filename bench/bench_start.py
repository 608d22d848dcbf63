"""How long a person waits for the command line to answer.

Source: the fastest of five runs of `lantu --help` and of `import lantu.core.*`, each in a new process, so that
other work on the machine counts as little as it can.
"""

import subprocess
import sys
import time
from pathlib import Path

from bench.skipped import Skipped

RUNS = 5
LANTU = Path(sys.executable).with_name("lantu")
CORE = "import lantu.core.entry, lantu.core.target, lantu.core.standing, lantu.core.value"


def measure() -> dict[str, float]:
    """Seconds by what was started."""
    if not LANTU.exists():
        raise Skipped(f"no {LANTU.name} beside {Path(sys.executable).name}; run make setup")
    return {
        "python -c pass, s": _time_fastest([sys.executable, "-c", "pass"]),
        "import of the core nouns, s": _time_fastest([sys.executable, "-c", CORE]),
        "lantu --help, s": _time_fastest([str(LANTU), "--help"]),
    }


def _time_fastest(command: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)
