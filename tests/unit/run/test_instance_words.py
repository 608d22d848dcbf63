"""A file of two levels is read, and what is wrong with it as a whole is told once."""

from pathlib import Path

import pytest

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.run.instance_words import read_words


def doubt(message: str, line: int) -> Diagnostic:
    return Diagnostic("M006", Severity.WARNING, f"{line}: {message}", "")


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert read_words(tmp_path / "a.yml", "settings", doubt) == ({}, ())


def test_names_are_text_and_words_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("water: {12: {basin: 运河}}\n", "utf-8")
    assert read_words(tmp_path / "a.yml", "stations", doubt) == ({"water": {"12": {"basin": "运河"}}}, ())


@pytest.mark.parametrize("said", [b"- a\n", b"air: keep\n", b"air: {a: [\n", b"\xff\xfe\x00", b""])
def test_what_cannot_be_read_is_told_once(said: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(said)
    words, told = read_words(tmp_path / "a.yml", "settings", doubt)
    assert words == {}
    assert len(told) == 1
