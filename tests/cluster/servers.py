"""Servers that speak Spark Connect, for as long as a test needs them: Sail, and a Spark cluster of a master and two workers.

In: a folder to work in. Out: an address. Every process that is started is stopped by its number, whatever happens.
Left out on purpose: anything that listens beyond this machine.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
SPARK_PYTHON = REPO / ".spark" / "bin" / "python"
PATIENCE = 120.0
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""A test is over before the best compiler of Java has paid for itself."""
_SAIL = "import sys; from pysail.spark import SparkConnectServer as S; s = S('127.0.0.1', int(sys.argv[1])); s.start(background=False)"


def find_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def run_sail(folder: Path) -> Iterator[str]:
    """Sail in a process of its own."""
    port = find_port()
    with _run([sys.executable, "-c", _SAIL, str(port)], folder / "sail.log", {}) as process:
        _wait_for(port, process, folder / "sail.log")
        yield f"sc://127.0.0.1:{port}"


def missing_for_spark() -> str:
    """What a Spark cluster lacks here; "" where nothing."""
    if not SPARK_PYTHON.is_file():
        return "no environment .spark/; run `make .spark/.done`"
    return (
        "" if shutil.which("java") else "no java on the path; on Debian or Ubuntu: apt-get install default-jre-headless"
    )


@contextmanager
def run_spark(folder: Path) -> Iterator[str]:
    """A standalone cluster of one master and two workers of one core each, and its Connect server."""
    home = next((REPO / ".spark" / "lib").glob("python*/site-packages/pyspark"))
    master, connect, page = find_port(), find_port(), find_port()
    env = {
        "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "256m", "SPARK_LOCAL_DIRS": str(folder),
        "PYSPARK_PYTHON": str(SPARK_PYTHON), "SPARK_NO_DAEMONIZE": "1", "SPARK_DAEMON_JAVA_OPTS": QUICK,
    }  # fmt: skip
    start = [str(home / "bin" / "spark-class")]
    deploy = "org.apache.spark.deploy"
    local = ["--host", "127.0.0.1"]
    address = f"spark://127.0.0.1:{master}"
    with ExitStack() as stack:
        log = folder / "master.log"
        command = [*start, f"{deploy}.master.Master", *local, "--port", str(master), "--webui-port", str(page)]
        _wait_for(master, stack.enter_context(_run(command, log, env)), log)
        for number in (1, 2):
            work = folder / f"worker{number}"
            work.mkdir()
            command = [*start, f"{deploy}.worker.Worker", *local, "--cores", "1", "--memory", "768m", "--webui-port", "0",
                       "--work-dir", str(work), address]  # fmt: skip
            stack.enter_context(_run(command, folder / f"worker{number}.log", env))
        log = folder / "connect.log"
        command = [str(home / "bin" / "spark-submit"), "--master", address, *_settings(connect),
                   "--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "spark-internal"]  # fmt: skip
        # the Connect server counts as a daemon, and its driver needs more memory than master and workers do
        server = stack.enter_context(_run(command, log, {**env, "SPARK_DAEMON_MEMORY": "1g"}))
        _wait_for(connect, server, log)
        yield f"sc://127.0.0.1:{connect}"


def _settings(port: int) -> list[str]:
    settings = {
        "spark.connect.grpc.binding.port": port,
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executor.memory": "640m",
        "spark.executor.cores": 1,
        "spark.sql.shuffle.partitions": 2,
        "spark.ui.enabled": "false",
        "spark.driver.extraJavaOptions": QUICK,
        "spark.executor.extraJavaOptions": QUICK,
        # few rows and many small computations: code made for each of them costs more than it saves
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.adaptive.enabled": "false",
    }
    return [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]


@contextmanager
def _run(command: Sequence[str], log: Path, env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, with all it starts, until the block ends."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **env},
            start_new_session=True,
            cwd=log.parent,
        )
    try:
        yield process
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    said = log.read_text("utf-8", "replace")[-3000:]
    raise RuntimeError(f"nobody listens on {port} after {PATIENCE:.0f} s, or the server stopped:\n{said}")
