"""`lantu export values|observations|history`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app
from tests.unit.show.city import CITY, City, build_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db: None) -> City:
    return build_city()


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["export", *words])


@pytest.mark.parametrize("what", ["values", "observations", "history"])
def test_written_and_counted(what: str, city: City, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    result = run(what, str(path), "--indicator", "gdp", "--place", CITY)
    assert result.exit_code == 0, result.output
    lines = path.read_text("utf-8-sig").splitlines()
    assert f"{len(lines) - 1:,} rows" in result.output
    assert len(lines) > 1
    assert all(f",{CITY}," in line for line in lines[1:])
    book = tmp_path / "a.xlsx"
    assert run(what, str(book), "--indicator", "gdp", "--place", CITY).exit_code == 0
    assert book.read_bytes()[:2] == b"PK"
    assert "0 rows" in run(what, str(tmp_path / "b.csv"), "--as-of", "2020-01-01").output


def test_another_ending_is_no_form(city: City, tmp_path: Path) -> None:
    result = run("values", str(tmp_path / "a.txt"))
    assert result.exit_code == 2
    assert ".csv or .xlsx" in result.output
