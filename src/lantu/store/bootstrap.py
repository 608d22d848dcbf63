"""Starts Django for programs that are not the web server.

In: nothing but the environment. Out: a registry that can be asked. Call
`connect_registry` before importing anything that imports models.
"""

import os
import pkgutil
from pathlib import Path

import django

from lantu.core.identity import short_digest


class RegistryError(RuntimeError):
    """There is no registry that this version can work on; the text says what to do."""


def connect_registry() -> None:
    """Set Django up once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantu.store.settings")
    django.setup()


def check_registry(*, may_be_older: bool = False) -> None:
    """See that the registry is there and has the tables of this version.

    Args:
        may_be_older: Whether one of an older version does too, for what asks only of tables that stay as they are.

    Raises:
        RegistryError: If it cannot be reached, is empty, or belongs to an older or newer version.
    """
    from django.db import DatabaseError, connection
    from django.db.migrations.recorder import MigrationRecorder

    from lantu.store import migrations

    name = str(connection.settings_dict["NAME"])
    where = str(Path(name).parent) if connection.vendor == "sqlite" else f"The database {name}"
    try:
        applied = {name for app, name in MigrationRecorder(connection).applied_migrations() if app == "store"}
    except DatabaseError as error:
        raise RegistryError(f"{where} cannot be opened: {str(error).strip()}") from error
    known = {found.name for found in pkgutil.iter_modules(migrations.__path__)}
    if not applied:
        raise RegistryError(
            f"{where} holds no registry yet. `lantu init` starts an empty one, `lantu demo` loads the sample city; "
            "LANTU_HOME and DATABASE_URL say where."
        )
    if known - applied and not may_be_older:
        raise RegistryError(
            f"{where} was written by an older version of Lantu. Make a copy of it, then `lantu serve` brings it forward."
        )
    if applied - known:
        raise RegistryError(f"{where} was written by a newer version of Lantu; work on it with that one.")


def migrate_registry() -> None:
    """Bring the tables to the form this version expects."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def collect_static() -> None:
    """Gather styles, scripts and their hashed, compressed copies for the server, unless that was done for these files."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    # htmx comes from the browser assets; the copy inside the Django package names files that are not there.
    ignored = ["django_htmx"]
    found = [Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list(ignored)]
    print_of = short_digest(*sorted(f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in found))
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == print_of:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True, ignore_patterns=ignored)
    stamp.write_text(print_of, encoding="utf-8")


def has_pending_migrations() -> bool:
    """Whether the tables are older than this version."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def run_worker() -> None:
    """Do queued work until told to stop."""
    from django.core.management import call_command

    call_command("db_worker", interval=0.3, startup_delay=False, verbosity=1)
