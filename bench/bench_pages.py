"""Pages under load: 50 people with a second of thought each, on 总览, 目标, 指标, the search and the API, from the real server.

In: an instance with TARGETS targets and VALUES values, made here in a temporary folder, on SQLite and on a PostgreSQL started here.
Out: for each address p50, p95 and the longest wait in milliseconds; requests a second with thought; closed-loop requests a second
beside a static file of the same server. LANTU_BENCH_TARGETS, LANTU_BENCH_VALUES and LANTU_BENCH_SECONDS make it smaller. Half of the
questions to the list of targets were never asked before. Left out on purpose: a network; client and server share the cores.
"""

import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.request import urlopen

from tests.registry import run_postgres

TARGETS = int(os.environ.get("LANTU_BENCH_TARGETS", "10000"))
VALUES = int(os.environ.get("LANTU_BENCH_VALUES", "1000000"))
LASTS_S = float(os.environ.get("LANTU_BENCH_SECONDS", "30"))
PEOPLE, THOUGHT_S = 50, 1.0
PAGES = (
    "/",
    "/targets?class=late&sort=standing",
    "/targets?q={n}",
    "/indicator/b1",
    "/indicators",
    "/search?q=zb&part=1",
    "/api/v1/values?indicator=b1&limit=50",
    "/api/v1/values?limit=50",
    "/api/v1/standings?limit=50",
)
"""{n} is another number each time."""
STATIC = "/static/lantu/img/mark.svg"
NUMBERS = count(1)

FILL = """
import sys
from lantu.store.bootstrap import connect_registry, migrate_registry
connect_registry(); migrate_registry()
from bench.pages_city import fill_city
fill_city(int(sys.argv[1]), int(sys.argv[2]))
from lantu.run.setting_up import record_person
from lantu.run.tokens import issue_token
from lantu.store.accounts import find_person_named
record_person("bench", "blue-heron-rests-9", "planner", "990100", by="bench")
print(issue_token(find_person_named("bench"), "bench", ["read"], 30, by="bench"))
"""
SERVE = """
import sys
from lantu.store.bootstrap import collect_static, connect_registry
connect_registry(); collect_static()
from lantu.cli.instance import _serve_pages
_serve_pages(int(sys.argv[1]))
"""


def measure() -> dict[str, float]:
    """All figures."""
    figures: dict[str, float] = {"targets": TARGETS, "values": VALUES, "people": PEOPLE}
    figures |= {f"sqlite: {name}": figure for name, figure in measure_on("").items()}
    with run_postgres(is_faster=False) as url:
        return figures | {f"postgresql: {name}": figure for name, figure in measure_on(url).items()}


def measure_on(database: str) -> dict[str, float]:
    """The figures on one database; "" is SQLite."""
    with tempfile.TemporaryDirectory(prefix="lantu-bench-") as home:
        repo = Path(__file__).resolve().parents[1]
        env = {**os.environ, "LANTU_HOME": home, "LANTU_PUBLIC_READ": "1", "DATABASE_URL": database}
        env["PYTHONPATH"] = f"{repo / 'src'}:{repo}"
        start = time.perf_counter()
        filled = subprocess.run(
            [sys.executable, "-c", FILL, str(TARGETS), str(VALUES)], env=env, check=True, capture_output=True, text=True
        )
        filling_s, token = time.perf_counter() - start, filled.stdout.split()[-1]
        with serve(env) as (port, starting_s):
            cold = {f"first answer {page}, ms": ask(port, page, token) * 1000 for page in PAGES}
            waits = think_and_ask(port, token)
            pages = close_loop(port, token, lambda: random.choice(PAGES))
            static = close_loop(port, token, lambda: STATIC)
    told = sorted(wait for some in waits.values() for wait in some)
    each = {f"{page} {name}": figure for page in PAGES for name, figure in summarise(sorted(waits[page])).items()}
    return {
        "filling, s": filling_s,
        "until the server answers, s": starting_s,
        **cold,
        **each,
        **{f"all {name}": figure for name, figure in summarise(told).items()},
        "requests a second with thought": len(told) / LASTS_S,
        "requests a second, closed loop, 4 clients": pages,
        "static file, requests a second, closed loop, 4 clients": static,
    }


def summarise(waits: list[float]) -> dict[str, float]:
    """Middle, p95 and longest of sorted waits, in milliseconds; nothing of no waits."""
    if not waits:
        return {}
    told = {"p50, ms": statistics.median(waits), "p95, ms": waits[int(len(waits) * 0.95)], "longest, ms": waits[-1]}
    return {name: wait * 1000 for name, wait in told.items()}


@contextmanager
def serve(env: dict[str, str]) -> Iterator[tuple[int, float]]:
    """The real server; its port, and how long it took until it answered."""
    port, start = find_free_port(), time.perf_counter()
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], env=env)
    try:
        wait_until_up(port)
        yield port, time.perf_counter() - start
    finally:
        server.terminate()
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()


def find_free_port() -> int:
    """A port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(port: int) -> None:
    """Until the server answers."""
    for _ in range(2400):
        try:
            with urlopen(f"http://127.0.0.1:{port}/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not come up")


def ask(port: int, page: str, token: str = "", kept: http.client.HTTPConnection | None = None) -> float:
    """Seconds until the whole answer is there."""
    line = kept or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Accept-Encoding": "gzip"}
    if page.startswith("/api/"):
        headers["Authorization"] = f"Bearer {token}"
    start = time.perf_counter()
    line.request("GET", page.format(n=next(NUMBERS)), headers=headers)
    answer = line.getresponse()
    body = answer.read()
    took = time.perf_counter() - start
    if answer.status != 200:
        raise RuntimeError(f"{page} answered {answer.status}: {json.dumps(body[:200].decode('utf-8', 'replace'))}")
    return took


def think_and_ask(port: int, token: str) -> dict[str, list[float]]:
    """How long each answer took by page, people starting at different moments."""
    waits: dict[str, list[float]] = defaultdict(list)
    ends = time.perf_counter() + LASTS_S

    def live(seed: int) -> None:
        chance = random.Random(seed)
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        time.sleep(chance.random() * THOUGHT_S)
        while time.perf_counter() < ends:
            page = chance.choice(PAGES)
            waits[page].append(ask(port, page, token, line))
            time.sleep(THOUGHT_S)

    run_all([lambda seed=n: live(seed) for n in range(PEOPLE)])
    return waits


def close_loop(port: int, token: str, choose: Callable[[], str], clients: int = 4) -> float:
    """Answers a second where nobody thinks."""
    counted: list[int] = []
    lasts_s = LASTS_S / 3
    ends = time.perf_counter() + lasts_s

    def live() -> None:
        line, n = http.client.HTTPConnection("127.0.0.1", port, timeout=60), 0
        while time.perf_counter() < ends:
            ask(port, choose(), token, line)
            n += 1
        counted.append(n)

    run_all([live for _ in range(clients)])
    return sum(counted) / lasts_s


def run_all(lives: list[Callable[[], None]]) -> None:
    """All at once, until the last is over."""
    threads = [threading.Thread(target=life) for life in lives]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
