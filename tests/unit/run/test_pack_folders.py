"""Packs are found by folder; a new one needs no change outside its folder."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lantu.cli.main import app
from lantu.packs.prove import prove_cases
from lantu.run.pack_folders import find_packs, load_pack
from tests.unit.packs.conftest import CASES, FORMULAS, INDICATORS, PACK, QUALITY, RULES, WORDS

FILES = {
    "pack.yml": PACK,
    "indicators.yml": INDICATORS,
    "rules.yml": RULES,
    "formulas.py": FORMULAS,
    "words.yml": WORDS,
    "quality.yml": QUALITY,
    "cases/all.yml": CASES,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of packs with one new pack in it."""
    for name, text in FILES.items():
        path = tmp_path / "packs" / "noise" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "packs"


def test_built_in_packs_are_sound_and_their_cases_hold() -> None:
    found = find_packs()
    assert {"air", "water"} <= set(found)
    for name, where in found.items():
        loaded = load_pack(where)
        assert loaded.diagnostics == (), name
        assert loaded.pack.cases, name
        assert prove_cases(loaded.pack, loaded.functions) == (), name


def test_a_new_pack_needs_no_change_outside_its_folder(folder: Path) -> None:
    loaded = load_pack(find_packs([folder])["noise"])
    assert loaded.diagnostics == ()
    assert prove_cases(loaded.pack, loaded.functions) == ()


@pytest.mark.parametrize("way", ["option", "home"])
def test_the_command_line_finds_it(folder: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = folder / "levels.csv"
    table.write_text("date,level\n2019-12-31,70\n2021-01-01,70\n", "utf-8")
    words = ["measure", "noise.excess", "--input", str(table), "--json"]
    if way == "home":
        monkeypatch.setenv("LANTU_HOME", str(folder.parent))
    else:
        words += ["--packs", str(folder)]
    answer = json.loads(CliRunner().invoke(app, words).stdout)
    assert [(row["value"], row["edition"]) for row in answer["results"]] == [(10, "old"), (14.5, "new")]


def test_a_citys_own_pack_replaces_the_built_in_one(folder: Path) -> None:
    (folder / "noise").rename(folder / "air")
    assert find_packs([folder])["air"] == folder / "air"
    assert [d.code for d in load_pack(folder / "air").diagnostics] == ["P016"]


def test_formulas_that_cannot_be_loaded_are_told(folder: Path) -> None:
    path = folder / "noise" / "formulas.py"
    path.write_text(path.read_text("utf-8") + "\n\n1 / 0\n", "utf-8")
    loaded = load_pack(folder / "noise")
    assert loaded.functions == {}
    assert [(d.code, "ZeroDivisionError" in d.message) for d in loaded.diagnostics] == [("P011", True)]


def test_a_pack_with_errors_runs_no_code(folder: Path) -> None:
    mark = folder / "ran"
    path = folder / "noise" / "formulas.py"
    path.write_text(path.read_text("utf-8") + f"\n\nopen({str(mark)!r}, 'w').close()\n", "utf-8")
    (folder / "noise" / "rules.yml").write_text("rules: [", "utf-8")
    load_pack(folder / "noise")
    assert not mark.exists()


def test_other_files_are_not_read(folder: Path) -> None:
    (folder / "noise" / "picture.png").write_bytes(b"\xff\xfe")
    (folder / "noise" / "drafts").mkdir()
    (folder / "noise" / "drafts" / "x.yml").write_bytes(b"\xff")
    assert load_pack(folder / "noise").diagnostics == ()


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / "noise" / "words.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ValueError, match="decode"):
        load_pack(folder / "noise")


def test_a_folder_that_is_not_there_holds_no_packs(tmp_path: Path) -> None:
    assert set(find_packs([tmp_path / "none"])) == set(find_packs())
