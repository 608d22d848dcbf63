"""Twenty reporters and reviewers work over HTTP while the server is killed with -9 at random; in the end everything is counted.

In: minutes, a folder for the instance; the database by DATABASE_URL. Out: one line,
`acknowledged N accepted M kills K lost 0 doubled 0 broken_chain 0`, and a failure where a count is not as it should be.
"""

import argparse
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[1]
SHEETS_A_MINUTE = 40
PATIENCE_S = 120

SERVER = """
import os, signal, threading, time
from lantu.cli.instance import _serve_pages
from lantu.store.bootstrap import connect_registry

def end_with(parent):
    while os.getppid() == parent:
        time.sleep(1)
    os.killpg(0, signal.SIGKILL)

threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
connect_registry()
_serve_pages({port})
"""
"""The site, which ends with whoever started it, however that ended."""


def serve(port: int, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """The site as `lantu serve` runs it, without the worker; in a group of its own, so that all of it can be killed."""
    code = SERVER.format(port=port)
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", code], env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def wait_until_up(port: int) -> None:
    """Until a page is answered: a server that is killed before it ever answers would prove nothing."""
    for _ in range(PATIENCE_S):
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        try:
            asked.request("GET", "/api/v1/openapi.json")
            asked.getresponse().read()
            return
        except (OSError, http.client.HTTPException):
            time.sleep(1)
        finally:
            asked.close()
    raise RuntimeError("the server does not start")


def find_port() -> int:
    """A free one."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def soak(
    seconds: float, folder: Path, database: str, pairs: int, every: tuple[float, float], seed: int
) -> dict[str, Any]:
    """Run it. Returns the counts."""
    chance, port = random.Random(seed), find_port()
    environment = {
        **os.environ, "LANTU_HOME": str(folder / "home"), "DATABASE_URL": database, "PYTHONPATH": f"{REPO / 'src'}:{REPO}",
        "LANTU_PUBLIC_READ": "0", "LANTU_LOG": "CRITICAL", "DJANGO_SETTINGS_MODULE": "lantu.store.settings",
    }  # fmt: skip
    told, ledger, counts = folder / "told.json", folder / "ledger", folder / "counts.json"
    sheets = max(10, round(seconds / 60 * SHEETS_A_MINUTE))
    subprocess.run(
        [sys.executable, str(HERE / "setting.py"), "make", str(told), str(pairs), str(sheets)],
        env=environment,
        check=True,
    )
    server = serve(port, environment)
    wait_until_up(port)
    until, kills, people = time.time() + seconds, 0, []
    for number, pair in enumerate(json.loads(told.read_text("utf-8"))):
        path = folder / f"pair{number}.json"
        path.write_text(json.dumps(pair), "utf-8")
        for who in ("reporter", "reviewer"):
            words = [
                sys.executable,
                str(HERE / "person.py"),
                who,
                f"127.0.0.1:{port}",
                str(path),
                str(ledger),
                str(until),
            ]
            people.append(subprocess.Popen(words))
    try:
        while time.time() < until:
            time.sleep(min(chance.uniform(*every), max(0.0, until - time.time())))
            if time.time() >= until:
                break
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
            kills += 1
            server = serve(port, environment)
            wait_until_up(port)
        failed = sum(person.wait(timeout=180) != 0 for person in people)
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        for person in people:
            person.kill()
            person.wait()
    subprocess.run(
        [sys.executable, str(HERE / "setting.py"), "count", str(counts), str(ledger)], env=environment, check=True
    )
    return {**json.loads(counts.read_text("utf-8")), "kills": kills, "failed": failed}


def tell(counts: dict[str, Any]) -> str:
    """The one line."""
    names = ("acknowledged", "accepted", "kills", "lost", "doubled", "broken_chain")
    return " ".join(f"{name} {counts[name]}" for name in names)


def is_well(counts: dict[str, Any]) -> bool:
    """Whether nothing is lost, doubled or broken, and nobody gave up."""
    return not any(counts[name] for name in ("lost", "doubled", "broken_chain", "failed"))


def main() -> None:
    """From the command line."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--minutes", type=float, default=5)
    asked.add_argument("--pairs", type=int, default=10)
    asked.add_argument("--seed", type=int, default=20261122)
    said = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="lantu-soak-") as folder:
        counts = soak(
            said.minutes * 60, Path(folder), os.environ.get("DATABASE_URL", ""), said.pairs, (5, 14), said.seed
        )
    print(tell(counts))
    if not is_well(counts):
        sys.exit(f"soak: {counts['failed']} people gave up; {counts['examples']}")
    if counts["acknowledged"] < 200 * said.minutes:
        sys.exit(f"soak: {counts['acknowledged'] / said.minutes:.0f} writes a minute, at least 200 are wanted")


if __name__ == "__main__":
    main()
