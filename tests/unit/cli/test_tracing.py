"""`lantu trace` prints the chain as a tree and as JSON, and refuses what it does not know."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app
from lantu.cli.tracing import to_json, to_tree
from lantu.core.trace import Node
from tests.unit.cli.test_loading import DEFINITIONS, PLACES, PLAN, RETURN

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def address(tmp_path: Path) -> str:
    for name, text in (("p.json", PLACES), ("i.yml", DEFINITIONS), ("plan.txt", PLAN), ("r.csv", RETURN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    run("load", "places", str(tmp_path / "p.json"))
    run("load", "definitions", str(tmp_path / "i.yml"))
    run("load", "plan", str(tmp_path / "plan.txt"), "--place", "330400", "--adopted", "2021-03-19")
    run("load", "return", str(tmp_path / "r.csv"))
    return str(json.loads(run("judge", "--json").stdout)["results"][0]["address"])


def test_back_and_forward(address: str) -> None:
    told = json.loads(run("trace", address, "--json").stdout)
    assert told["kind"] == "standing"
    rows = [node["address"] for child in told["from"] for node in child["from"] if node["kind"] == "observation"]
    assert rows[0] in run("trace", address).stdout
    forward = json.loads(run("trace", "--forward", rows[0], "--json").stdout)
    assert forward["to"][0]["to"][0]["address"] == address


def test_what_is_not_there_or_does_not_go_together(address: str) -> None:
    assert run("trace", "nonsense").exit_code == 1
    answer = run("trace", address, "--forward", "--as-of", "2024-01-01")
    assert answer.exit_code == 2
    assert "Leave one out" in answer.stderr


def test_shapes() -> None:
    node = Node("value", "value/a/b/2020", "5", "latest", (("rule", "reported"),), (Node("return", "", "f"),))
    assert to_json(node, "from") == {
        "kind": "value", "address": "value/a/b/2020", "title": "5", "role": "latest", "facts": {"rule": "reported"},
        "from": [{"kind": "return", "address": "", "title": "f", "from": []}],
    }  # fmt: skip
    assert len(to_tree(node).children) == 1
