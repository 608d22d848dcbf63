"""A command that works on what is there says in one line that nothing is there yet."""

import pytest
from typer.testing import CliRunner

from lantu.cli import opening
from lantu.cli.main import app
from lantu.store.bootstrap import RegistryError


@pytest.mark.parametrize(
    "words", ["audit verify", "trace target/1", "judge", "export values a.csv", "load places p.json"]
)
def test_what_is_wrong_is_one_line(words: str, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    def refuse(*, may_be_older: bool) -> None:
        raise RegistryError("here holds no registry yet")

    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.json").write_text("{}", "utf-8")
    monkeypatch.setattr(opening, "check_registry", refuse)
    result = CliRunner().invoke(app, words.split())
    assert (result.exit_code, result.stderr) == (2, "here holds no registry yet\n"), result.output
