"""Pages under load: 50 people with a second of thought each, on 总览, 目标, 指标 and the list of indicators, from the real server.

In: an instance with TARGETS targets and VALUES values, made here in a temporary folder. Out: p50 and p95 in milliseconds, requests a
second with thought, and closed-loop requests a second beside a static file of the same server. LANTU_BENCH_TARGETS and
LANTU_BENCH_VALUES make it smaller. Left out on purpose: a network; client and server share the cores.
"""

import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

TARGETS = int(os.environ.get("LANTU_BENCH_TARGETS", "10000"))
VALUES = int(os.environ.get("LANTU_BENCH_VALUES", "1000000"))
PEOPLE, THOUGHT_S, LASTS_S = 50, 1.0, 30.0
PAGES = ("/", "/targets", "/targets?class=late", "/indicator/b1", "/indicators", "/search?q=zb&part=1")

FILL = """
import sys
from lantu.store.bootstrap import connect_registry, migrate_registry
connect_registry(); migrate_registry()
from bench.pages_city import fill_city
fill_city(int(sys.argv[1]), int(sys.argv[2]))
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
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "LANTU_HOME": home, "LANTU_PUBLIC_READ": "1"}
        env["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])
        subprocess.run([sys.executable, "-c", FILL, str(TARGETS), str(VALUES)], env=env, check=True)
        port = find_free_port()
        server = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], env=env)
        try:
            wait_until_up(port)
            cold = {f"first answer {page}, ms": ask(port, page) * 1000 for page in PAGES}
            waits = think_and_ask(port)
            pages, static = (
                close_loop(port, lambda: random.choice(PAGES)),
                close_loop(port, lambda: "/static/lantu/img/mark.svg"),
            )
        finally:
            server.terminate()
            server.wait(timeout=30)
    told = sorted(waits)
    return {
        "targets": TARGETS,
        "values": VALUES,
        "people": PEOPLE,
        **cold,
        "p50, ms": statistics.median(told) * 1000,
        "p95, ms": told[int(len(told) * 0.95)] * 1000,
        "requests a second with thought": len(told) / LASTS_S,
        "requests a second, closed loop, 4 clients": pages,
        "static file, requests a second, closed loop, 4 clients": static,
    }


def find_free_port() -> int:
    """A port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(port: int) -> None:
    """Until the server answers."""
    for _ in range(300):
        try:
            with urlopen(f"http://127.0.0.1:{port}/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not come up")


def ask(port: int, page: str, kept: http.client.HTTPConnection | None = None) -> float:
    """Seconds until the whole answer is there."""
    line = kept or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    start = time.perf_counter()
    line.request("GET", page, headers={"Accept-Encoding": "gzip"})
    answer = line.getresponse()
    answer.read()
    took = time.perf_counter() - start
    if answer.status != 200:
        raise RuntimeError(f"{page} answered {answer.status}")
    return took


def think_and_ask(port: int) -> list[float]:
    """How long each answer took, people starting at different moments."""
    waits: list[float] = []
    ends = time.perf_counter() + LASTS_S

    def live(seed: int) -> None:
        chance = random.Random(seed)
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        time.sleep(chance.random() * THOUGHT_S)
        while time.perf_counter() < ends:
            waits.append(ask(port, chance.choice(PAGES), line))
            time.sleep(THOUGHT_S)

    run_all([lambda seed=n: live(seed) for n in range(PEOPLE)])
    return waits


def close_loop(port: int, choose: Callable[[], str], clients: int = 4, lasts_s: float = 10.0) -> float:
    """Answers a second where nobody thinks."""
    counted: list[int] = []
    ends = time.perf_counter() + lasts_s

    def live() -> None:
        line, n = http.client.HTTPConnection("127.0.0.1", port, timeout=60), 0
        while time.perf_counter() < ends:
            ask(port, choose(), line)
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
