"""The build says what it is made of, and a run of the tests touches nothing outside itself."""

import os
import re
import socket
from pathlib import Path

import pytest
from django.core.management import call_command

DEPENDENCY = re.compile(r'^  "[A-Za-z0-9]', flags=re.MULTILINE)
EXPLAINED = re.compile(r'^  "[^"]+",\s+# .{4,}: .{3,}$')


def find_unexplained(pyproject: str) -> list[str]:
    """Dependencies without a comment that says what for and where used."""
    tables = re.findall(r"^(?:dependencies|dev) = \[\n(.*?)^\]", pyproject, flags=re.MULTILINE | re.DOTALL)
    lines = [line for table in tables for line in table.splitlines() if DEPENDENCY.match(line)]
    return [line for line in lines if not EXPLAINED.match(line)]


def test_every_dependency_says_what_for(repo: Path) -> None:
    text = (repo / "pyproject.toml").read_text("utf-8")
    assert len(DEPENDENCY.findall(text)) > 20
    assert find_unexplained(text) == []


def test_an_unexplained_dependency_is_found() -> None:
    assert find_unexplained('dependencies = [\n  "left-pad==1",\n]\n') == ['  "left-pad==1",']


def test_every_command_has_its_help(repo: Path) -> None:
    makefile = (repo / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, flags=re.MULTILINE)
    assert phony
    told = set(re.findall(r"^([a-z-]+):.*## .+$", makefile, flags=re.MULTILINE))
    assert set(phony[1].split()) == told


def test_ci_runs_what_a_person_runs(repo: Path) -> None:
    script = repo / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert re.search(r"^make test\b", script.read_text("utf-8"), flags=re.MULTILINE)


def test_no_other_machine_is_reached() -> None:
    with pytest.raises(AssertionError, match="tried to reach"), socket.socket() as there:
        there.connect(("192.0.2.1", 80))  # an address kept for examples


def test_loopback_is_reached() -> None:
    with socket.socket() as here:
        here.bind(("127.0.0.1", 0))
        here.listen()
        with socket.create_connection(here.getsockname(), timeout=5) as there:
            assert there.getpeername() == here.getsockname()


def test_the_run_has_an_instance_of_its_own(repo: Path) -> None:
    home = Path(os.environ["LANTU_HOME"]).resolve()
    assert not home.is_relative_to(repo)


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
