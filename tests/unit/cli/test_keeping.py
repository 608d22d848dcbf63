"""`lantu audit verify` finds what was changed; `lantu user add` refuses what would not hold."""

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app
from lantu.core.place import Place
from lantu.run.setting_up import record_places
from lantu.store.models import Assignment, AuditRow

pytestmark = pytest.mark.django_db
PASSWORD = "blue-heron-rests-9"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture(autouse=True)
def place() -> None:
    record_places([Place("330400", "青湖市", "prefecture")], by="test")


def add(name: str, role: str = "planner", place: str = "330400", password: str = PASSWORD) -> Result:
    return run("user", "add", name, "--role", role, "--place", place, "--password", password)


def test_the_chain_holds_until_a_row_is_changed() -> None:
    assert run("audit", "verify").exit_code == 0
    AuditRow.objects.update(actor="somebody else")
    result = run("audit", "verify")
    assert result.exit_code == 1
    assert "row 1" in result.stderr


def test_a_user_is_added_once() -> None:
    assert add("li").exit_code == 0
    assert Assignment.objects.get().role == "planner"
    assert add("li").exit_code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [({"role": "king"}, "planner"), ({"place": "999999"}, "999999"), ({"password": "short"}, "12")],
    ids=["role", "place", "password"],
)
def test_what_would_not_hold_is_refused_with_the_way_out(words: dict[str, str], said: str) -> None:
    result = add("li", **words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Assignment.objects.exists()
