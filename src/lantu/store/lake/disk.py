"""Makes what was written survive a power cut.

In: paths. Out: nothing, once the disk has them. The Delta library does not wait
for the disk, so the lake does it: data files before a commit names them, the log
after. Left out on purpose: file systems that lie about it.
"""

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


def sync_path(path: Path) -> None:
    """Wait until a file's bytes, or a folder's names, are on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_files(paths: Iterable[Path], root: Path) -> None:
    """Files, and every folder between them and the root, root included."""
    folders = set()
    for path in paths:
        sync_path(path)
        folders |= {folder for folder in path.parents if folder == root or root in folder.parents}
    for folder in sorted(folders, key=lambda f: len(f.parts), reverse=True):
        sync_path(folder)


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """One process at a time writes the table; the lock ends with its process, however that ends."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
