"""An instance comes up from nothing, and its static files are gathered once."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
from lantu.store.bootstrap import connect_registry, has_pending_migrations, migrate_registry, collect_static
from pathlib import Path
from lantu.store.bootstrap import RegistryError, check_registry
connect_registry()
from django.db import connection

def tell():
    try:
        check_registry()
        return "ready"
    except RegistryError as error:
        return next(word for word in ("yet", "older", "newer") if word in str(error).replace(".", " ").split())

print(has_pending_migrations(), tell())
migrate_registry()
print(has_pending_migrations(), tell())
from django.db.migrations.recorder import MigrationRecorder
recorder = MigrationRecorder(connection)
recorder.record_applied("store", "9999_later")
print(tell())
recorder.record_unapplied("store", "9999_later")
recorder.record_unapplied("store", "0001_registry")
print(tell())
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
collect_static()
stamp = Path(settings.STATIC_ROOT) / ".collected"
before = stamp.stat().st_mtime_ns
collect_static()
print(stamp.stat().st_mtime_ns == before, any(Path(settings.STATIC_ROOT, "lantu", "css").iterdir()))
"""


def test_from_nothing_to_served(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LANTU_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=False,
        env={**kept, "LANTU_HOME": str(tmp_path)},
    )
    assert done.stdout.split() == ["True", "yet", "False", "ready", "newer", "older", "True", "True"], done.stderr
