"""Core needs the standard library only; core and the stages ask no clock, open no file and call nobody."""

import ast
import sys
from collections.abc import Iterator

import pytest

from tests.house.source import SRC, STAGES, Module, find_imports, find_modules

OUTSIDE = {
    "asyncio", "ftplib", "http", "multiprocessing", "os", "pathlib", "random", "requests", "secrets", "shutil",
    "smtplib", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib.request", "uuid",
}  # fmt: skip
"""Modules that reach out of the program, or give another answer each time."""

CLOCKS = {"now", "today", "utcnow"}
OPENERS = {"open", "input", "print", "exec", "eval"}


def find_impurities(module: Module) -> Iterator[str]:
    """What a module does that a pure one would not."""
    for line, name in find_imports(module):
        if any(name == outside or name.startswith(f"{outside}.") for outside in OUTSIDE):
            yield f"{module.name}:{line} imports {name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in OPENERS:
                yield f"{module.name}:{node.lineno} calls {node.func.id}()"
            if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
                yield f"{module.name}:{node.lineno} asks the clock: {node.func.attr}()"


def find_foreign_imports(module: Module) -> list[str]:
    """Imports that are neither the standard library nor core."""
    return [
        f"{module.name}:{line} imports {name}"
        for line, name in find_imports(module)
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("lantu.core")
    ]


def test_core_and_stages_are_pure() -> None:
    pure = [m for m in find_modules() if m.package in ("core", *STAGES)]
    assert pure
    assert [impurity for m in pure for impurity in find_impurities(m)] == []


def test_core_is_standard_library_only() -> None:
    assert [name for m in find_modules() if m.package == "core" for name in find_foreign_imports(m)] == []


@pytest.mark.parametrize(
    "text",
    ["import os", "from pathlib import Path", "import urllib.request", "open('x')", "date.today()", "import time"],
)
def test_an_impurity_is_found(text: str) -> None:
    assert list(find_impurities(Module(SRC / "judge" / "invented.py", ast.parse(text))))


def test_a_foreign_import_is_found() -> None:
    assert find_foreign_imports(Module(SRC / "core" / "invented.py", ast.parse("import ibis")))
    assert find_foreign_imports(Module(SRC / "core" / "invented.py", ast.parse("from lantu.store import x")))
