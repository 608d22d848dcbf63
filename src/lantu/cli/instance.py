"""`lantu init`, `demo`, `serve`, `work`: an instance and its processes."""

import os
import secrets
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Annotated

import typer

from lantu.core.place import LEVELS, Place
from lantu.store.bootstrap import (
    collect_static,
    connect_registry,
    has_pending_migrations,
    migrate_registry,
    run_worker,
)

SAMPLE = Path(__file__).resolve().parents[3] / "examples" / "jiaxing"
PORT = typer.Option(help="Port on 127.0.0.1.")


def add_commands(app: typer.Typer) -> None:
    """Add the commands of an instance."""
    app.command(epilog="Example:  lantu init --place 330500 --name 湖州市 --level prefecture")(init)
    app.command(epilog="Example:  lantu demo --port 8000")(demo)
    app.command(epilog="Example:  LANTU_HOME=/srv/lantu lantu serve --port 8000")(serve)
    app.command(epilog="Example:  lantu work")(work)


def init(
    place: Annotated[str, typer.Option(help="GB/T 2260 code of your city.")],
    name: Annotated[str, typer.Option(help="Its official name.")],
    level: Annotated[str, typer.Option(help=f"One of {', '.join(LEVELS)}.")] = "prefecture",
    name_en: Annotated[str, typer.Option(help="Its English name.")] = "",
) -> None:
    """Start an empty instance for your own city, in LANTU_HOME (default ./var)."""
    try:
        city = Place(place, name, level, name_en=name_en)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    connect_registry()
    migrate_registry()
    from lantu.run.boundaries import SOURCE, read_districts
    from lantu.run.setting_up import record_boundaries, record_places

    districts = read_districts(place) if level == "prefecture" else []
    record_places([city, *(district.place for district in districts)], by="command line")
    record_boundaries({d.place.code: d.geometry for d in districts}, SOURCE, by="command line")
    typer.echo(f"An empty instance for {name} ({place}) is ready, with {len(districts)} districts and their outlines.")
    typer.echo("Next:")
    for step in (
        f"user add NAME --role administrator --place {place}",
        "load definitions indicators.yml",
        f"load plan FILE --place {place}",
        "serve",
    ):
        typer.echo(f"  lantu {step}")


def demo(
    port: Annotated[int, PORT] = 8000,
    sample: Annotated[Path, typer.Option(help="Folder of the sample city.")] = SAMPLE,
    is_serving: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve it after loading.")] = True,
) -> None:
    """Load the sample city and serve it on 127.0.0.1."""
    os.environ.setdefault("LANTU_PUBLIC_READ", "1")
    connect_registry()
    migrate_registry()
    from lantu.run.sample import SampleError, load_sample
    from lantu.run.sample_office import load_office

    try:
        city = load_sample(sample, say=typer.echo, by="sample")
        load_office(sample, say=typer.echo, by="sample")
    except SampleError as error:
        raise typer.BadParameter(str(error)) from error
    _make_demo_account(city)
    if is_serving:
        serve(port)


def _make_demo_account(city: str) -> None:
    from lantu.run.setting_up import record_person
    from lantu.store.settings import HOME

    note = HOME / "demo-account.txt"
    password = secrets.token_urlsafe(12)
    if record_person("planner", password, "administrator", city, by="sample"):
        handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(f"planner {password}\n")
    typer.echo(f"Reading needs no account. To upload, sign in with the name and password in {note}.")


def serve(port: Annotated[int, PORT] = 8000) -> None:
    """Serve the pages on 127.0.0.1, with a worker beside it; Ctrl+C stops both."""
    connect_registry()
    if has_pending_migrations():
        migrate_registry()
    from lantu.run.searching import index_missing

    index_missing()
    collect_static()
    worker = subprocess.Popen([sys.executable, "-m", "lantu.cli", "work"])
    typer.echo(f"Lantu is at http://127.0.0.1:{port}/  (Ctrl+C stops it)")
    try:
        _serve_pages(port)
    finally:
        worker.send_signal(signal.SIGTERM)
        worker.wait(timeout=20)


def _serve_pages(port: int) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    from lantu.store.settings import LANTU_THREADS, LANTU_WORKERS

    Server(
        "lantu.show.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=LANTU_WORKERS,
        blocking_threads=LANTU_THREADS,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()


def work() -> None:
    """Do queued work (reading plans and returns) and send messages until stopped. `serve` starts this by itself."""
    connect_registry()
    from lantu.run.delivering import run_postman
    from lantu.run.jobs import requeue_unfinished

    requeue_unfinished()
    stop = threading.Event()
    # Beside the work and not in its queue: a slow mail server must not hold up the reading of plans.
    postman = threading.Thread(target=run_postman, args=[stop], name="postman", daemon=True)
    postman.start()
    try:
        run_worker()
    finally:
        stop.set()
        postman.join(timeout=15)
