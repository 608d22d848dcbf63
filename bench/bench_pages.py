"""Pages under load: 50 people with a second of thought each, on 总览, 目标, 指标, the search and the API, from the real server.

In: an instance with TARGETS targets and VALUES values, made here in a temporary folder, on SQLite and on a PostgreSQL started here.
Half of the people signed in, half read without an account; programs bring a token. Out: for each address p50, p95 and the longest
wait in milliseconds; requests a second with thought; the same while something is recorded every RECORDS_S seconds, so that nothing
kept holds; closed-loop requests a second beside a static file of the same server; the client's own share of a core.
LANTU_BENCH_TARGETS, LANTU_BENCH_VALUES and LANTU_BENCH_SECONDS make it smaller; LANTU_BENCH_HOME names a folder that is filled once
and kept, LANTU_BENCH_ON=sqlite or postgresql asks one database only. Half of the questions to the list of targets were never asked
before. Left out on purpose: a network; client and server share the cores.
"""

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
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.request import urlopen

from bench.http_line import Line
from tests.registry import run_postgres

TARGETS = int(os.environ.get("LANTU_BENCH_TARGETS", "10000"))
VALUES = int(os.environ.get("LANTU_BENCH_VALUES", "1000000"))
LASTS_S = float(os.environ.get("LANTU_BENCH_SECONDS", "30"))
PEOPLE, THOUGHT_S = 50, 1.0
RECORDS_S = 10.0
ONLY = os.environ.get("LANTU_BENCH_ON", "")
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
CODES = 500
"""Indicators of the made-up city: codes b0 to b499."""

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
from django.test import Client
from lantu.store.accounts import account_of
from lantu.store.models import Account
person = find_person_named("bench")
account_of(person)
Account.objects.filter(user=person).update(must_change_password=False)
client = Client()
client.force_login(person)
print(issue_token(person, "bench", ["read"], 30, by="bench"), client.cookies["sessionid"].value)
"""
RECORD = """
import sys, time
from lantu.store.bootstrap import connect_registry
connect_registry()
from datetime import UTC, datetime
from lantu.store.audit import append_audit
while True:
    time.sleep(float(sys.argv[1]))
    append_audit("bench", "plan.filed", "bench", datetime.now(UTC))
"""
SERVE = """
import sys
from lantu.store.bootstrap import collect_static, connect_registry
connect_registry(); collect_static()
from lantu.cli.instance import _serve_pages
_serve_pages(int(sys.argv[1]))
"""


@dataclass(frozen=True, slots=True)
class Headers:
    """What programs and people who signed in send along."""

    program: str
    person: str


def measure() -> dict[str, float]:
    """All figures."""
    figures: dict[str, float] = {"targets": TARGETS, "values": VALUES, "people": PEOPLE}
    if ONLY in ("", "sqlite"):
        figures |= {f"sqlite: {name}": figure for name, figure in measure_on("").items()}
    if ONLY in ("", "postgresql"):
        with run_postgres(is_faster=False) as url:
            figures |= {f"postgresql: {name}": figure for name, figure in measure_on(url).items()}
    return figures


def measure_on(database: str) -> dict[str, float]:
    """The figures on one database; "" is SQLite."""
    with tempfile.TemporaryDirectory(prefix="lantu-bench-") as made:
        home = os.environ.get("LANTU_BENCH_HOME", made) if not database else made
        repo = Path(__file__).resolve().parents[1]
        env = {**os.environ, "LANTU_HOME": home, "LANTU_PUBLIC_READ": "1", "DATABASE_URL": database}
        env["PYTHONPATH"] = f"{repo / 'src'}:{repo}"
        filling_s, (token, session) = fill(env)
        headers = Headers(f"Authorization: Bearer {token}", f"Cookie: sessionid={session}")
        with serve(env) as (port, starting_s):
            line = Line(port)
            cold = {f"first answer {page}, ms": ask(line, page, headers) * 1000 for page in PAGES}
            figures = {"filling, s": filling_s, "until the server answers, s": starting_s, **cold}
            figures |= measure_people(port, headers, "")
            recorder = subprocess.Popen([sys.executable, "-c", RECORD, str(RECORDS_S)], env=env)
            try:
                figures |= measure_people(port, headers, "while things are recorded, ")
            finally:
                recorder.terminate()
                recorder.wait(timeout=30)
            return figures | measure_loops(port, headers)


def fill(env: dict[str, str]) -> tuple[float, list[str]]:
    """Seconds, and token and session of the bench's person; what is filled already is taken as it is."""
    said, start = Path(env["LANTU_HOME"]) / "bench.txt", time.perf_counter()
    if not said.exists():
        command = [sys.executable, "-c", FILL, str(TARGETS), str(VALUES)]
        filled = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
        said.write_text(" ".join(filled.stdout.split()[-2:]), encoding="utf-8")
    return time.perf_counter() - start, said.read_text("utf-8").split()


def measure_people(port: int, headers: Headers, when: str) -> dict[str, float]:
    """How long people with thought wait."""
    cpu, start = time.process_time(), time.perf_counter()
    waits = think_and_ask(port, headers)
    share = (time.process_time() - cpu) / (time.perf_counter() - start)
    told = sorted(wait for some in waits.values() for wait in some)
    each = {f"{when}{page} {name}": figure for page in PAGES for name, figure in summarise(sorted(waits[page])).items()}
    return {
        **each,
        **{f"{when}all {name}": figure for name, figure in summarise(told).items()},
        f"{when}requests a second with thought": len(told) / LASTS_S,
        f"{when}the client's share of a core": share,
    }


def measure_loops(port: int, headers: Headers) -> dict[str, float]:
    """How much is answered where nobody thinks."""
    pages = close_loop(port, headers, lambda: random.choice(PAGES))
    one = close_loop(port, headers, lambda: PAGES[0])
    cpu, start = time.process_time(), time.perf_counter()
    static = close_loop(port, headers, lambda: STATIC)
    share = (time.process_time() - cpu) / (time.perf_counter() - start)
    return {
        "requests a second, closed loop, 4 clients": pages,
        "总览, requests a second, closed loop, 4 clients": one,
        "static file, requests a second, closed loop, 4 clients": static,
        "static file, the client's share of a core": share,
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


def ask(line: Line, page: str, headers: Headers, *, is_known: bool = False) -> float:
    """Seconds until the whole answer is there."""
    n = next(NUMBERS)
    more = (headers.program,) if page.startswith("/api/") else (headers.person,) if is_known else ()
    status, took, answer = line.ask(page.format(n=f"{n % CODES}&page={1 + n // CODES % 3}"), *more)
    if status != 200:
        raise RuntimeError(f"{page} answered {status}: {answer[:400]!r}")
    return took


def think_and_ask(port: int, headers: Headers) -> dict[str, list[float]]:
    """How long each answer took by page, people starting at different moments."""
    waits: dict[str, list[float]] = defaultdict(list)
    ends = time.perf_counter() + LASTS_S

    def live(seed: int) -> None:
        chance, line = random.Random(seed), Line(port)
        time.sleep(chance.random() * THOUGHT_S)
        while time.perf_counter() < ends:
            page = chance.choice(PAGES)
            waits[page].append(ask(line, page, headers, is_known=seed % 2 == 0))
            time.sleep(THOUGHT_S)
        line.close()

    run_all([lambda seed=n: live(seed) for n in range(PEOPLE)])
    return waits


def close_loop(port: int, headers: Headers, choose: Callable[[], str], clients: int = 4) -> float:
    """Answers a second where nobody thinks."""
    counted: list[int] = []
    lasts_s = LASTS_S / 3
    ends = time.perf_counter() + lasts_s

    def live() -> None:
        line, n = Line(port), 0
        while time.perf_counter() < ends:
            ask(line, choose(), headers)
            n += 1
        counted.append(n)
        line.close()

    run_all([live for _ in range(clients)])
    return sum(counted) / lasts_s


def run_all(lives: list[Callable[[], None]]) -> None:
    """All at once, until the last is over."""
    threads = [threading.Thread(target=life) for life in lives]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
