"""The registry's rows as lines of text, the same from SQLite and PostgreSQL, and back into an empty registry.

In: a database. Out: one stream of JSON lines a table, read in one snapshot; or rows from such streams, at the form the tables had
when they were written, brought forward afterwards. Left out on purpose: sessions and the queue of the worker, which end with
the process; files, which `run.keeping` packs.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps as present
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

A_BATCH = 500
KEPT_APPS = ("store",)
KEPT_MODELS = ("auth.group", "auth.user", "auth.user_groups")


class ArchiveError(ValueError):
    """The rows cannot be written or taken in; the message says why."""


def list_tables(apps: Any = present) -> list[Any]:
    """The models that are kept, those that join two others included."""
    found = [model for model in apps.get_models(include_auto_created=True) if _is_kept(model)]
    return sorted(found, key=lambda model: model._meta.label_lower)


def _is_kept(model: Any) -> bool:
    return model._meta.app_label in KEPT_APPS or model._meta.label_lower in KEPT_MODELS


@contextmanager
def one_snapshot() -> Iterator[None]:
    """All that is read inside is of one moment; nobody who writes has to wait."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        # Not by atomic(), which begins every transaction here as one that writes.
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def write_lines(model: Any) -> Iterator[str]:
    """One line a row, in order of the key: the columns as JSON, the first line their names."""
    names = [field.attname for field in model._meta.concrete_fields]
    yield json.dumps(names)
    for row in model._base_manager.order_by("pk").values_list(*names).iterator(A_BATCH):
        yield json.dumps([_write_cell(cell) for cell in row], ensure_ascii=False)


def _write_cell(cell: Any) -> Any:
    if isinstance(cell, bytes | memoryview):
        return base64.b64encode(bytes(cell)).decode("ascii")
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return str(cell) if isinstance(cell, Decimal) else cell


def applied_migrations() -> dict[str, str]:
    """The last migration of each app that the tables are at."""
    return dict(sorted(MigrationRecorder(connection).applied_migrations()))


def prepare_empty(wanted: dict[str, str]) -> Any:
    """Bring an empty registry's tables to the form of other days. Returns the models of that form.

    Raises:
        ArchiveError: If there are rows already, or that form is not known to this version.
    """
    loader = MigrationExecutor(connection).loader
    targets = [(app, name) for app, name in wanted.items() if app in ("auth", "store")]
    for target in targets:
        if target not in loader.graph.nodes:
            raise ArchiveError(f"the backup is of a newer version: this one does not know {'.'.join(target)}")
    held = applied_migrations()
    if "store" in held:
        if any(model._base_manager.exists() for model in list_tables()):
            raise ArchiveError("the registry is not empty; restore into an empty instance")
        call_command("migrate", "store", "zero", interactive=False, verbosity=0)
    for app, name in targets:
        call_command("migrate", app, name, interactive=False, verbosity=0)
    return MigrationExecutor(connection).loader.project_state(targets).apps


def find_model(apps: Any, label: str) -> Any:
    """The model of a table in some form of the registry.

    Raises:
        ArchiveError: If it has none.
    """
    found = next((model for model in list_tables(apps) if model._meta.label_lower == label), None)
    if found is None:
        raise ArchiveError(f"the backup has a table {label} that its version did not have")
    return found


def take_lines(model: Any, lines: Iterable[str]) -> int:
    """Write the rows of one table. Returns how many; call it in a transaction, as rows refer to rows of other tables."""
    source = iter(lines)
    names = json.loads(next(source))
    fields = {field.attname: field for field in model._meta.concrete_fields}
    if set(names) != set(fields):
        raise ArchiveError(f"the columns of {model._meta.label_lower} are not those of its version")
    total, batch = 0, []
    for line in source:
        cells = zip(names, json.loads(line), strict=True)
        batch.append(model(**{name: _read_cell(fields[name], cell) for name, cell in cells}))
        if len(batch) == A_BATCH:
            total += len(model._base_manager.bulk_create(batch))
            batch = []
    return total + len(model._base_manager.bulk_create(batch))


def _read_cell(field: Any, cell: Any) -> Any:
    if cell is None or field.get_internal_type() == "JSONField":
        return cell
    target = field.target_field if field.is_relation else field
    return target.to_python(cell)


def count_on(models: Iterable[Any]) -> None:
    """Let keys go on behind the highest that was taken in."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
