"""`lantu report make` writes files, `lantu report verify` names what is wrong in them and ends with 1."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app
from lantu.cli.reporting import say_fault
from lantu.core.report import Fault, FaultKind
from tests.unit.show.city import City, build_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return build_city()


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["report", *words])


def test_make_then_verify(city: City, tmp_path: Path) -> None:
    path = tmp_path / "annual.docx"
    made = run("make", "annual", "--plan", city.plan.address, "--as-of", "2026-03-01", "--out", str(path))
    assert made.exit_code == 0, made.output
    clean = run("verify", str(path))
    assert (clean.exit_code, "Every figure says what the registry says." in clean.stdout) == (0, True)
    document = docx.Document(BytesIO(path.read_bytes()))
    document.add_paragraph("另有投资12.8亿元。")
    document.save(str(path))
    found = run("verify", str(path), "--json")
    assert found.exit_code == 1
    assert [fault["found"] for fault in json.loads(found.stdout)["faults"]] == ["12.8亿元"]
    assert "unbound" in run("verify", str(path)).stdout


def test_what_cannot_be_made_or_verified_is_said(city: City, tmp_path: Path) -> None:
    assert run("make", "annual", "--plan", "nothing", "--out", str(tmp_path / "a.docx")).exit_code == 1
    wrong = run("make", "annual", "--plan", city.plan.address, "--out", str(tmp_path / "a.txt"))
    assert (wrong.exit_code, ".docx or .pdf" in wrong.stderr) == (2, True)
    early = run(
        "make", "annual", "--plan", city.plan.address, "--as-of", "2020-01-01", "--out", str(tmp_path / "a.pdf")
    )
    assert early.exit_code == 1
    (tmp_path / "b.docx").write_bytes(b"nothing")
    refused = run("verify", str(tmp_path / "b.docx"))
    assert (refused.exit_code, "no .docx" in refused.stderr) == (2, True)


def test_a_fault_in_words() -> None:
    fault = Fault(FaultKind.REVISED, "paragraph 5", "67.4%", "67.9%", "城镇化率", places=("paragraph 5: 67.4%",))
    assert (
        say_fault(fault).splitlines()[0].split() == "revised since paragraph 5: was 67.4%, is 67.9% (城镇化率)".split()
    )
    assert "nothing says it" in say_fault(Fault(FaultKind.GONE, "", "", "9亿元"))
