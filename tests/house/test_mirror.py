"""Every module with something to run has a test file at the mirrored path.

`untested.txt` lists the exceptions and may only shrink: an entry no longer needed fails, and so does a longer list.
"""

import ast
from pathlib import Path

from tests.house.source import REPO, SRC, Module, find_modules

ALLOWED = Path(__file__).with_name("untested.txt")
LONGEST = 0
"""Lower it when the list gets shorter; it is never raised."""


def name_test(module: Module) -> Path:
    """Where a module's tests are: judge/trend.py → tests/unit/judge/test_trend.py."""
    path = module.path.relative_to(SRC)
    stem = path.parent.name if path.name == "__init__.py" else path.stem.strip("_")
    return REPO / "tests" / "unit" / path.parent / f"test_{stem or 'lantu'}.py"


def is_exempt(module: Module) -> bool:
    """Declarations and generated files have nothing of their own to test."""
    return module.is_generated or not module.has_functions


def find_untested() -> set[str]:
    """Modules that should have a test file and have none."""
    return {m.name for m in find_modules() if not is_exempt(m) and not name_test(m).is_file()}


def read_allowed() -> list[str]:
    """The modules that may do without for now."""
    lines = ALLOWED.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_modules_have_tests() -> None:
    missing = sorted(find_untested() - set(read_allowed()))
    wanted = [f"{name} → {name_test(Module(SRC / name, ast.Module([], []))).relative_to(REPO)}" for name in missing]
    assert wanted == []


def test_the_list_of_exceptions_only_shrinks() -> None:
    allowed = read_allowed()
    assert sorted(set(allowed) - find_untested()) == [], "these have a test now, or are gone: take them off the list"
    assert len(allowed) <= LONGEST


def test_declarations_are_exempt_by_rule() -> None:
    codes = Module(SRC / "judge" / "codes.py", ast.parse("CODES = (1, 2)\n\nclass Code:\n    code: str\n"))
    trend = Module(SRC / "judge" / "trend.py", ast.parse("def find_trend():\n    return 1\n"))
    assert is_exempt(codes)
    assert not is_exempt(trend)
    assert name_test(trend) == REPO / "tests" / "unit" / "judge" / "test_trend.py"
