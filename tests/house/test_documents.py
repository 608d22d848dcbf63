"""The documents agree with the code: ADRs, map, glossary, changelog."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.source import REPO, SRC, Module, find_modules

ADR = REPO / "docs" / "adr"
HEADINGS = ["## Context", "## Decision", "## Consequences", "## Status"]
MOST_WORDS = 400
NAME = re.compile(r"(\d{4})-[a-z0-9-]+\.md")
LINKED = re.compile(r"(?:Replaces|Replaced by) \[(\d{4})\]")


def find_adr_faults(folder: Path) -> list[str]:
    """Gaps in the numbers, missing headings, too many words, a replacement that is told from one side only."""
    faults = []
    paths = sorted(folder.glob("*.md"))
    links = set()
    for expected, path in enumerate(paths, start=1):
        text = path.read_text("utf-8")
        number = NAME.fullmatch(path.name)
        if number is None or int(number[1]) != expected:
            faults.append(f"{path.name}: expected a name that begins {expected:04}-")
            continue
        if not text.startswith(f"# {number[1]} "):
            faults.append(f"{path.name}: its title does not begin with its number")
        if [line for line in text.splitlines() if line.startswith("## ")] != HEADINGS:
            faults.append(f"{path.name}: headings are not {HEADINGS}")
        if (words := len(text.split())) >= MOST_WORDS:
            faults.append(f"{path.name}: {words} words")
        links |= {(number[1], other) for other in LINKED.findall(text)}
    faults += [f"{a} names {b}, but {b} does not name {a}" for a, b in sorted(links) if (b, a) not in links]
    return faults


def read_map() -> list[str]:
    """The paths in the first column of docs/map.md."""
    text = (REPO / "docs" / "map.md").read_text("utf-8")
    return re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE)


def read_glossary() -> dict[str, tuple[str, ...]]:
    """Each term with the words that may not be used for it."""
    terms = {}
    for line in (REPO / "docs" / "glossary.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and not set(cells[0]) <= {"-"} and cells[0] != "term":
            assert len(cells) == 4, f"docs/glossary.md: {line}"
            assert all(cells[:3]), f"docs/glossary.md: {line}"
            terms[cells[0]] = tuple(word.strip() for word in cells[3].split(",") if word.strip())
    return terms


def split_name(name: str) -> set[str]:
    """The words of an identifier: "PlanTarget" → plan, target; "find_goals" → find, goals, goal."""
    words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
    return words | {word.removesuffix("s") for word in words}


def find_wrong_words(module: Module, glossary: dict[str, tuple[str, ...]]) -> list[str]:
    """Names in a module that use another word for a thing the glossary has a word for."""
    defined = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    names = [module.path.stem, *(node.name for node in ast.walk(module.tree) if isinstance(node, defined))]
    return [
        f"{module.name}: {name} says {wrong}, the word is {term}"
        for name in names
        for term, wrongs in glossary.items()
        for wrong in wrongs
        if wrong in split_name(name)
    ]


def test_adrs_are_in_order() -> None:
    assert list(ADR.glob("0001-*.md"))
    assert find_adr_faults(ADR) == []


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("0002-x.md", "# 0002 X\n", "expected a name that begins 0001-"),
        ("0001-x.md", "# X\n", "title"),
        ("0001-x.md", "# 0001 X\n\n## Context\n", "headings"),
        ("0001-x.md", "# 0001 X\n" + "word " * 400, "words"),
        ("0001-x.md", "# 0001 X\nReplaced by [0002](0002-y.md).\n", "0002 does not name 0001"),
    ],
    ids=["number", "title", "headings", "long", "link"],
)
def test_an_adr_fault_is_found(tmp_path: Path, name: str, text: str, fault: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert any(fault in found for found in find_adr_faults(tmp_path))


def test_map_names_every_package() -> None:
    packages = {f"{path.parent.relative_to(REPO).as_posix()}/" for path in SRC.glob("*/**/__init__.py")}
    generated = {name for name in packages if "/migrations/" in name or "/management/" in name}
    assert sorted(packages - generated - set(read_map())) == []


def test_map_names_no_missing_path() -> None:
    assert read_map()
    assert [path for path in read_map() if not (REPO / path).exists()] == []


def test_glossary_has_the_nouns_of_core() -> None:
    nouns = {m.path.stem for m in find_modules() if m.package == "core" and m.path.stem != "__init__"}
    assert sorted(nouns - set(read_glossary())) == []


def test_glossary_words_are_used() -> None:
    glossary = read_glossary()
    assert [wrong for module in find_modules() for wrong in find_wrong_words(module, glossary)] == []


def test_a_wrong_word_is_found() -> None:
    module = Module(SRC / "judge" / "kpis.py", ast.parse("class PlanGoal:\n    def raise_alarms(self): ...\n"))
    found = " ".join(find_wrong_words(module, read_glossary()))
    assert "kpis says kpi" in found
    assert "PlanGoal says goal, the word is target" in found
    assert "raise_alarms says alarm" in found


def test_changelog_names_the_version() -> None:
    version = re.search(r'^version = "(.+)"', (REPO / "pyproject.toml").read_text("utf-8"), flags=re.MULTILINE)
    assert version
    assert f"## {version[1]}" in (REPO / "CHANGELOG.md").read_text("utf-8")
