"""What is committed names no registry's host and no machine, and copies no long text from the shared material."""

import re
from pathlib import Path

import pytest

from tests.house.source import REPO, find_own_files, read_text

# In pieces, so that this file does not contain what it looks for.
FORBIDDEN = tuple(
    "".join(pieces)
    for pieces in (
        ("pypi", ".org"),
        ("files.python", "hosted"),
        ("registry.", "npm"),
        ("npm", "mirror"),
        ("deb.", "debian.org"),
        ("debian.org", "/debian"),
        ("proxy.", "golang"),
        ("/", "work/"),
        ("/", "root/"),
        ("/opt/", "pypi"),
        ("/tmp/", "brief"),
        (".lib", "rary/"),
    )
)
LONGEST_RUN = 40
"""Han characters, digits and marks in a row that a text of ours may share with another: longer than any name."""

RUN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef0-9.%“”‘’—·]+")


def find_forbidden(text: str) -> list[str]:
    """Which of the forbidden strings a text contains."""
    return [name for name in FORBIDDEN if name in text.lower()]


def cut_shingles(text: str, length: int = LONGEST_RUN) -> set[int]:
    """Every run of the given length in a text, as hashes."""
    runs = (match.group() for match in RUN.finditer(text))
    return {hash(run[i : i + length]) for run in runs for i in range(len(run) - length + 1)}


def find_copied(text: str, known: set[int], length: int = LONGEST_RUN) -> list[str]:
    """Runs of a text that are among the known ones; the first of each stretch."""
    return [
        run[i : i + length]
        for run in (match.group() for match in RUN.finditer(text))
        for i in range(len(run) - length + 1)
        if hash(run[i : i + length]) in known
    ][:3]


def test_no_host_and_no_machine_is_named() -> None:
    found = {path.relative_to(REPO).as_posix(): find_forbidden(read_text(path)) for path in find_own_files()}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize("name", FORBIDDEN, ids=range(len(FORBIDDEN)))
def test_a_forbidden_name_is_found(name: str) -> None:
    assert find_forbidden(f"see https://x{name}y") == [name]


def test_locks_name_no_address() -> None:
    for path in find_own_files():
        name = path.relative_to(REPO).as_posix()
        if name.startswith("requirements/") or name == "assets/package-lock.json":
            text = read_text(path)
            assert "--index-url" not in text, name
            assert "--find-links" not in text, name
            assert '"resolved"' not in text, name


def test_requirements_are_hashed() -> None:
    for path in sorted((REPO / "requirements").glob("*.txt")):
        pinned = re.findall(r"^[a-z0-9].*==.*$", path.read_text("utf-8"), flags=re.MULTILINE)
        assert pinned, path.name
        assert [line for line in pinned if not line.endswith("\\")] == [], f"{path.name}: no hash follows"


def test_no_long_text_is_copied(shared: Path) -> None:
    known: set[int] = set()
    for folder in ("seeds", "corpus"):
        for path in sorted((shared / folder).glob("*.txt")):
            known |= cut_shingles(path.read_bytes().decode("utf-8", errors="replace"))
    assert known
    copied = {path.relative_to(REPO).as_posix(): find_copied(read_text(path), known) for path in find_own_files()}
    assert {name: runs for name, runs in copied.items() if runs} == {}


def test_a_copied_text_is_found() -> None:
    text = "".join(chr(0x4E00 + i) for i in range(LONGEST_RUN + 5))
    assert find_copied(f"前文，\n{text[2:]}", cut_shingles(text))
    assert find_copied(text[: LONGEST_RUN - 1], cut_shingles(text)) == []
