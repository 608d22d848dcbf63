"""Arrows that keep an instance safe: one file with everything, and an instance from such a file.

In: a path. Out: a .zip with the registry's rows of one moment, the lake's files of the same moment, and what else lies in the
instance folder; or all of that in an empty instance. Left out on purpose: the key of the instance (whoever has a backup must not be
able to forge sessions), caches, and the database's own file, so that a backup made on SQLite can be restored on PostgreSQL.
"""

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from lantu import __version__
from lantu.run.clock import read_clock
from lantu.store.archive import (
    ArchiveError,
    applied_migrations,
    count_on,
    find_model,
    list_tables,
    one_snapshot,
    prepare_empty,
    take_lines,
    write_lines,
)
from lantu.store.audit import append_audit, find_breaks
from lantu.store.bootstrap import has_pending_migrations, migrate_registry
from lantu.store.lake.disk import hold_lock
from lantu.store.settings import HOME
from lantu.store.transactions import one_transaction

FORMAT = 1
LEFT_OUT = ("secret.key", "demo-account.txt", "static", "lantu.sqlite3", "test.sqlite3", "bench", "bench-env")
"""First parts of paths in the instance folder that are no part of what the instance knows."""
A_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class KeptInstance:
    """What is in a backup.

    Attributes:
        rows: Of all tables.
        files: Of the lake and the instance folder.
        size_bytes: Of the backup.
        breaks: Breaks of the audit chain found after restoring; 0 for a backup being made.
    """

    rows: int
    files: int
    size_bytes: int
    breaks: int = 0


def back_up(path: Path, *, by: str, home: Path = HOME) -> KeptInstance:
    """Write everything into one file; it is there whole or not at all.

    Raises:
        ArchiveError: If the tables are not at the form of this version.
    """
    if has_pending_migrations():
        raise ArchiveError("the tables are of an older version; start the site once, then back up")
    at = read_clock()
    with one_transaction():
        append_audit(by, "instance.backed_up", path.name, at)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    digests: dict[str, str] = {}
    rows: dict[str, int] = {}
    with (
        zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive,
        _hold_lake(home),
        one_snapshot(),
    ):
        for model in list_tables():
            label = model._meta.label_lower
            digests[f"registry/{label}.jsonl"], count = _pack_lines(
                archive, f"registry/{label}.jsonl", write_lines(model)
            )
            rows[label] = count - 1
        migrations = applied_migrations()
        for file in find_files(home):
            name = f"files/{file.relative_to(home).as_posix()}"
            digests[name] = _pack_file(archive, name, file)
        manifest = {
            "format": FORMAT, "version": __version__, "made_at": at.isoformat(), "migrations": migrations,
            "rows": rows, "sha256": digests,
        }  # fmt: skip
        archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))
    draft.replace(path)
    files = sum(name.startswith("files/") for name in digests)
    return KeptInstance(sum(rows.values()), files, path.stat().st_size)


def restore(path: Path, *, by: str, home: Path = HOME) -> KeptInstance:
    """Everything from a backup into an empty instance, brought to the form of this version.

    Raises:
        ArchiveError: If the file is no backup or was damaged, or the instance is not empty; nothing is kept then.
    """
    with _open_archive(path) as archive, tempfile.TemporaryDirectory(prefix="restore-", dir=home) as folder:
        manifest = _read_manifest(archive)
        if any(
            (home / PurePosixPath(name).parts[1]).exists() for name in manifest["sha256"] if name.startswith("files/")
        ):
            raise ArchiveError("the instance folder is not empty; restore into an empty one")
        for name, digest in manifest["sha256"].items():
            _unpack(archive, name, digest, Path(folder))
        rows = _take_rows(manifest, Path(folder))
        files = _move_files(Path(folder) / "files", home)
        with one_transaction():
            append_audit(by, "instance.restored", path.name, read_clock(), rows=rows, made_at=manifest["made_at"])
    return KeptInstance(rows, files, path.stat().st_size, sum(1 for _ in find_breaks()))


def find_files(home: Path) -> list[Path]:
    """The files of an instance folder that belong in a backup."""
    found = (file for file in sorted(home.rglob("*")) if file.is_file() and not file.is_symlink())
    return [file for file in found if _belongs(file.relative_to(home))]


def _belongs(path: Path) -> bool:
    first = path.parts[0]
    is_left_out = any(first == name or first.startswith(f"{name}-") for name in LEFT_OUT)
    return not is_left_out and path.name != "writer.lock" and path.suffix not in (".part", ".zip")


def _hold_lake(home: Path) -> AbstractContextManager[Any]:
    """Nobody flushes or cleans the lake meanwhile; whoever hands readings in need not wait."""
    lock = home / "lake" / "writer.lock"
    return hold_lock(lock) if lock.exists() else nullcontext()


def _pack_lines(archive: zipfile.ZipFile, name: str, lines: Iterator[str]) -> tuple[str, int]:
    said, count = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) as member:
        for count, line in enumerate(lines, start=1):  # noqa: B007  # the last count is the number of lines
            data = f"{line}\n".encode()
            said.update(data)
            member.write(data)
    return said.hexdigest(), count


def _pack_file(archive: zipfile.ZipFile, name: str, file: Path) -> str:
    said = hashlib.sha256()
    with file.open("rb") as source, archive.open(name, "w", force_zip64=True) as member:
        while piece := source.read(A_PIECE):
            said.update(piece)
            member.write(piece)
    return said.hexdigest()


def _open_archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise ArchiveError(f"{path.name} is no backup: {error}") from error


def _read_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
    except (KeyError, ValueError) as error:
        raise ArchiveError("the file has no manifest, so it is no backup of an instance") from error
    if manifest.get("format") != FORMAT:
        raise ArchiveError(f"the backup is of format {manifest.get('format')}, this version reads {FORMAT}")
    return manifest


def _unpack(archive: zipfile.ZipFile, name: str, digest: str, folder: Path) -> None:
    target = (folder / name).resolve()
    if not target.is_relative_to(folder.resolve()):
        raise ArchiveError(f"{name} would leave the instance folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    said = hashlib.sha256()
    try:
        with archive.open(name) as member, target.open("wb") as out:
            while piece := member.read(A_PIECE):
                said.update(piece)
                out.write(piece)
    except (KeyError, zipfile.BadZipFile, OSError) as error:
        raise ArchiveError(f"{name} cannot be read: {error}") from error
    if said.hexdigest() != digest:
        raise ArchiveError(f"{name} was changed after the backup was made")


def _take_rows(manifest: dict[str, Any], folder: Path) -> int:
    apps = prepare_empty(manifest["migrations"])
    total, taken = 0, []
    with one_transaction():
        for label, expected in manifest["rows"].items():
            model = find_model(apps, label)
            with (folder / "registry" / f"{label}.jsonl").open(encoding="utf-8") as lines:
                rows = take_lines(model, lines)
            if rows != expected:
                raise ArchiveError(f"{label} has {rows} rows, the backup says {expected}")
            total += rows
            taken.append(model)
        count_on(taken)
    migrate_registry()
    return total


def _move_files(folder: Path, home: Path) -> int:
    count = sum(1 for file in folder.rglob("*") if file.is_file())
    for part in folder.iterdir() if folder.is_dir() else ():
        shutil.move(str(part), home / part.name)
    return count
