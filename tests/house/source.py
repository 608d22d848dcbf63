"""The project's own files as the house tests see them.

In: the working tree. Out: modules with their syntax trees, names and docstrings.
Left out on purpose: judgement; each test says what it wants of them.
"""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
SRC = REPO / "src" / "lantu"
STAGES = ("read", "check", "sense", "measure", "judge", "act", "packs")


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file under src/lantu with its parsed text."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        """Its path below src/lantu, such as "judge/trend.py"."""
        return self.path.relative_to(SRC).as_posix()

    @property
    def package(self) -> str:
        """The first folder below src/lantu, or "" for the files beside the packages."""
        parts = self.path.relative_to(SRC).parts
        return parts[0] if len(parts) > 1 else ""

    @property
    def is_generated(self) -> bool:
        """Whether Django wrote it."""
        return "migrations" in self.path.parts

    @property
    def has_functions(self) -> bool:
        """Whether anything in it runs; a module without is declarations only, a table's __str__ being one of them."""
        return any(
            isinstance(node, ast.Lambda)
            or (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name != "__str__")
            for node in ast.walk(self.tree)
        )


def find_modules(root: Path = SRC) -> tuple[Module, ...]:
    """Every Python file under src/lantu."""
    paths = sorted(path for path in root.rglob("*.py") if "__pycache__" not in path.parts)
    return tuple(Module(path, ast.parse(path.read_text("utf-8"))) for path in paths)


def find_imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def find_own_files() -> tuple[Path, ...]:
    """Every file that is, or would be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPO,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return tuple(path for name in sorted(set(listed.split("\0"))) if name and (path := REPO / name).is_file())


def read_text(path: Path) -> str:
    """A file's text, or "" for one that is not text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""
