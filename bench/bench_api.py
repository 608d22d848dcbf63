"""The API's reads and writes at 50 connections, beside a bare Django view that does the same queries (for writes: one insert and a commit).

In: an instance made here in a temporary folder, on SQLite and on a PostgreSQL started here (LANTU_BENCH_SECONDS for each figure, 8 without). Both
sites run in the same server with one worker of four threads, one after the other in short turns, so that what else the machine does reaches
both. The bare view sends what an answer asks for when it is made; the API is asked for the same again, as programs do, and
for what it has never been asked. Out: p95 in milliseconds of each, and how many times the bare view's the API's is. Left out on purpose: a network; the
asking process shares the cores.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from bench.bench_pages import find_free_port
from tests.registry import run_postgres

SECONDS = float(os.environ.get("LANTU_BENCH_SECONDS", "8"))
TURNS, CONNECTIONS = 2, 50
REPO = Path(__file__).resolve().parents[1]
SERVE = """
import sys
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server
Server(sys.argv[1], address="127.0.0.1", port=int(sys.argv[2]), interface=Interfaces.WSGI, workers=1, blocking_threads=4,
       log_level=LogLevels.warning).serve()
"""
SITES = {
    "api": ("lantu.store.settings", "lantu.show.wsgi:application"),
    "bare": ("bench.bare_settings", "bench.bare_site:application"),
}

Ask = Callable[[int], bytes]


def measure() -> dict[str, float]:
    """All figures."""
    figures = {f"sqlite: {name}": figure for name, figure in measure_on("").items()}
    with run_postgres(is_faster=False) as url:
        return figures | {f"postgresql: {name}": figure for name, figure in measure_on(url).items()}


def measure_on(database: str) -> dict[str, float]:
    """The figures on one database."""
    with tempfile.TemporaryDirectory(prefix="lantu-bench-") as home:
        told_path = Path(home) / "told.json"
        env = {
            **os.environ, "LANTU_HOME": home, "DATABASE_URL": database, "LANTU_PUBLIC_READ": "0", "LANTU_LOG": "CRITICAL",
            "PYTHONPATH": f"{REPO / 'src'}:{REPO}", "LANTU_BENCH_TOLD": str(told_path), "DJANGO_SETTINGS_MODULE": "lantu.store.settings",
        }  # fmt: skip
        subprocess.run([sys.executable, "-m", "bench.api_world", str(told_path)], env=env, check=True, cwd=REPO)
        told = json.loads(told_path.read_text("utf-8"))
        with serve("api", env) as api, serve("bare", env) as bare:
            figures: dict[str, float] = {}
            for number, address in enumerate(told["queries"]):
                name = f"GET {address.partition('?')[0].removeprefix('/api/v1')}"
                token = told["tokens"]["planner"]
                figures |= compare(name, api, bare, read_api(address, token), read_bare(number))
                figures |= compare(f"{name} made anew", api, bare, read_anew(address, token), read_bare(number))
            return figures | compare("POST answers", api, bare, write_api(told), write_bare(told))


@contextmanager
def serve(site: str, env: dict[str, str]) -> Iterator[int]:
    """The port of a site while it runs."""
    settings, application = SITES[site]
    port = find_free_port()
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", SERVE, application, str(port)],
        env={**env, "DJANGO_SETTINGS_MODULE": settings}, cwd=REPO,
    )  # fmt: skip
    try:
        wait_until_up(port, "/api/v1/openapi.json" if site == "api" else "/read/0")
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_until_up(port: int, address: str) -> None:
    """Until the site answers."""
    for _ in range(240):
        try:
            with urlopen(f"http://127.0.0.1:{port}{address}", timeout=60):
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError("the server does not start")


def compare(name: str, api: int, bare: int, of_api: Ask, of_bare: Ask) -> dict[str, float]:
    """p95 of both, asked in turns."""
    waits: dict[str, list[float]] = {"api": [], "bare": []}
    for _ in range(TURNS):
        for site, port, ask in (("api", api, of_api), ("bare", bare, of_bare)):
            waits[site] += asyncio.run(load(port, ask, SECONDS / TURNS))
    late = {site: sorted(told)[int(len(told) * 0.95)] * 1000 for site, told in waits.items()}
    return {
        f"{name}, API, p95 ms": late["api"],
        f"{name}, bare, p95 ms": late["bare"],
        f"{name}, API / bare, p95": late["api"] / late["bare"],
        f"{name}, API, answers a second": len(waits["api"]) / SECONDS,
        f"{name}, bare, answers a second": len(waits["bare"]) / SECONDS,
    }


async def load(port: int, ask: Ask, seconds: float) -> list[float]:
    """How long each answer took while all connections ask again and again."""
    until, waits = time.perf_counter() + seconds, []

    async def one(number: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < until:
            begun = time.perf_counter()
            writer.write(ask(number))
            await read_answer(reader)
            waits.append(time.perf_counter() - begun)
        writer.close()

    await asyncio.gather(*(one(number) for number in range(CONNECTIONS)))
    return waits


async def read_answer(reader: asyncio.StreamReader) -> None:
    """Take an answer to its end; anything but a good one is a mistake."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = next(int(line.partition(":")[2]) for line in head.splitlines() if line.startswith("content-length"))
    body = await reader.readexactly(length)
    if " 200 " not in head.splitlines()[0]:
        raise RuntimeError(f"{head.splitlines()[0]} {body[:300]!r}")


def write_request(way: str, address: str, token: str = "", key: str = "", body: Any = None) -> bytes:
    """A request as bytes."""
    data = b"" if body is None else json.dumps(body).encode()
    lines = [
        f"{way} {address} HTTP/1.1",
        "Host: 127.0.0.1",
        f"Content-Length: {len(data)}",
        "Content-Type: application/json",
    ]
    lines += [f"Authorization: Bearer {token}"] if token else []
    lines += [f"Idempotency-Key: {key}"] if key else []
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + data


def read_api(address: str, token: str) -> Ask:
    """The same request each time."""
    asked = write_request("GET", address, token)
    return lambda _: asked


def read_anew(address: str, token: str) -> Ask:
    """A request unlike every earlier one, so that its answer is made and not kept."""
    return lambda _: write_request("GET", f"{address}&asked={uuid.uuid4().hex}", token)


def read_bare(number: int) -> Ask:
    """Its queries, and nothing else."""
    asked = write_request("GET", f"/read/{number}")
    return lambda _: asked


def write_api(told: Any) -> Ask:
    """A new answer to the connection's own sheet, under a new key."""

    def ask(number: int) -> bytes:
        sheet, task = told["sheets"][number]
        body = {"answers": [{"task": task, "value": str(uuid.uuid4().int % 10**9), "override_reason": "核实过"}]}
        return write_request(
            "POST", f"/api/v1/sheets/{sheet}/answers", told["tokens"]["reporter"], uuid.uuid4().hex, body
        )

    return ask


def write_bare(told: Any) -> Ask:
    """One row."""

    def ask(number: int) -> bytes:
        body = {"answers": [{"task": told["sheets"][number][1], "value": str(uuid.uuid4().int % 10**9)}]}
        return write_request("POST", "/write", body=body)

    return ask
