"""Starts Django for programs that are not the web server.

In: nothing but the environment. Out: a registry that can be asked. Call
`connect_registry` before importing anything that imports models.
"""

import os
from pathlib import Path

import django

from lantu.core.identity import short_digest


def connect_registry() -> None:
    """Set Django up once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantu.store.settings")
    django.setup()


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
