"""Old Office files: converted where LibreOffice is there, told what to do where it is not."""

import time
from pathlib import Path

import pytest

from lantu.run import office
from lantu.run.office import ConversionError, convert_office, find_office, read_file
from tests.documents import write_docx

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20) + "WordDocument".encode("utf-16-le")
LINES = ["某市“十四五”规划纲要", "到2025年，全市地区生产总值达到9000亿元。"]


def make_program(folder: Path, script: str) -> str:
    """A stand-in for LibreOffice: a shell script that gets the same arguments."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def converter(tmp_path: Path) -> str:
    """One that hands out a .docx made before."""
    (tmp_path / "made.docx").write_bytes(write_docx(LINES))
    return make_program(tmp_path, f'mkdir out && cp "{tmp_path}/made.docx" out/document.docx')


def test_converted_file_is_read_under_its_own_hash(converter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: converter)
    steps: list[str] = []
    reading = read_file(DOC, "plan.doc", lambda share, step: steps.append(step))
    assert [entry.value for entry in reading.entries] == [9000]
    assert reading.facts.source == "plan.doc"
    assert reading.facts.sha256 == read_file(DOC + b"", "x.doc").facts.sha256
    assert steps[0] == "convert"


def test_without_the_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: "")
    reading = read_file(DOC, "plan.doc")
    assert [d.code for d in reading.diagnostics] == ["R059"]
    assert "libreoffice" in reading.diagnostics[0].hint


def test_failure_is_a_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: make_program(tmp_path, "echo source file could not be loaded"))
    reading = read_file(DOC, "plan.doc")
    assert [d.code for d in reading.diagnostics] == ["R060"]
    assert "could not be loaded" in reading.diagnostics[0].message


def test_time_is_limited_and_nothing_is_left_running(tmp_path: Path) -> None:
    program = make_program(tmp_path, f'(sleep 3; echo late > "{tmp_path}/late") & sleep 30')
    with pytest.raises(ConversionError, match="longer than"):
        convert_office(DOC, program, seconds=0.3)
    time.sleep(3.2)
    assert not (tmp_path / "late").exists()


def test_program_that_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match="does not start"):
        convert_office(DOC, str(tmp_path / "nothing"))


def test_other_formats_need_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: pytest.fail("nobody should look for it"))
    assert [entry.value for entry in read_file("\n".join(LINES).encode(), "plan.txt").entries] == [9000]


@pytest.mark.skipif(not find_office(), reason="no LibreOffice on the path: apt-get install libreoffice-writer-nogui")
def test_a_real_doc_is_read(tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "plan.docx").write_bytes(write_docx(LINES))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        find_office(),
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "plan.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    reading = read_file((tmp_path / "plan.doc").read_bytes(), "plan.doc")
    assert [entry.value for entry in reading.entries] == [9000]
    assert reading.diagnostics == ()
