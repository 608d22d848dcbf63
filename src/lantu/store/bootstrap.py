"""Starts Django for programs that are not the web server.

In: nothing but the environment. Out: a registry that can be asked. Call
`connect_registry` before importing anything that imports models.
"""

import os

import django
from django.core.management import call_command


def connect_registry() -> None:
    """Set Django up once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantu.store.settings")
    django.setup()


def migrate_registry() -> None:
    """Bring the tables to the form this version expects."""
    call_command("migrate", interactive=False, verbosity=0)


def collect_static() -> None:
    """Gather styles, scripts and their hashed, compressed copies for the server."""
    call_command("collectstatic", interactive=False, verbosity=0)


def has_pending_migrations() -> bool:
    """Whether the tables are older than this version."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def run_worker() -> None:
    """Do queued work until told to stop."""
    call_command("db_worker", interval=0.3, startup_delay=False, verbosity=1)
