"""`lantu load observations` and `lantu lake` from end to end."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app
from lantu.cli.observations import SHOWN, describe_counts, select_diagnostics
from lantu.core.diagnostic import Diagnostic, Severity

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from lantu.run import lake, readings

    opened = lake.open_lake(tmp_path)
    monkeypatch.setattr(lake, "open_lake", lambda: opened)
    monkeypatch.setattr(readings, "open_lake", lambda: opened)
    (tmp_path / "p.json").write_text(
        '{"places": [{"code": "330400", "name": "青湖市", "level": "prefecture"}]}', encoding="utf-8"
    )
    assert run("load", "places", str(tmp_path / "p.json")).exit_code == 0
    return tmp_path


def test_from_a_file_to_the_lake_and_its_upkeep(home: Path) -> None:
    file = home / "a.csv"
    file.write_text("站点,时间,PM2.5\na,2024-01-01 08:00,38\na,2024-01-01 09:00,-1\n", encoding="utf-8")
    loaded = run("load", "observations", str(file), "--pack", "air", "--place", "330400")
    assert loaded.exit_code == 0, loaded.output
    assert "2 rows, 0 refused, 2 readings, 2 kept, 0 doubled, 0 corrected; flagged: negative 1" in loaded.stdout
    assert "S034" in loaded.stderr
    assert "loaded before" in run("load", "observations", str(file), "--pack", "air", "--place", "330400").stdout
    assert "2 rows in 1 batches" in run("lake", "status").stdout
    assert "2 rows into files" in run("lake", "flush", "--least", "1").stdout
    status = run("lake", "status").stdout
    assert "2 rows in 1 files of 1 months" in status
    assert "2024-01-01 to 2024-01-01" in status
    assert "0 months written anew" in run("lake", "compact").stdout
    assert "2 rows of 1 months dropped" in run("lake", "retain", "--from", "2024-02").stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["--pack", "noise"], "no pack noise"), (["--pack", "air", "--column", "station"], "FIELD=HEADING")],
)
def test_what_cannot_be_done_is_said(home: Path, words: list[str], expected: str) -> None:
    file = home / "a.csv"
    file.write_text("站点,时间,PM2.5\na,2024-01-01 08:00,38\n", encoding="utf-8")
    result = run("load", "observations", str(file), *words)
    assert result.exit_code != 0
    assert expected in result.stderr


def test_a_month_that_is_none_is_refused(home: Path) -> None:
    assert run("lake", "retain", "--from", "2024").exit_code == 2


def test_only_the_first_of_many_are_printed() -> None:
    said = select_diagnostics([Diagnostic("S034", Severity.WARNING, str(n)) for n in range(SHOWN + 5)])
    assert len(said) == SHOWN + 1
    assert said[-1].message.startswith("5 more")


def test_counts_in_words() -> None:
    assert describe_counts({}) == "nothing was read"
    assert "1,000 kept" in describe_counts({"kept": 1000})
