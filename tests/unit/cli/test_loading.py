"""`lantu load` goes through the same arrows as the pages, and says how many rows were kept."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app
from lantu.store.models import PlanTarget, StagedObservation

pytestmark = pytest.mark.django_db
PLACES = '{"places": [{"code": "330400", "name": "青湖市", "level": "prefecture"}]}'
DEFINITIONS = "indicators:\n  - {code: gdp, name: 地区生产总值, unit: 亿元, direction: up, kind: flow}\n"
PLAN = "青湖市第十四个五年规划纲要\n\n三、目标\n\n到2025年，地区生产总值达到880亿元。\n"
RETURN = (
    "region,indicator,year,value,unit,source\n青湖市,地区生产总值,2023,780,亿元,公报\n青湖市,不知道,2023,1,亿元,公报\n"
)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["load", *words])


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in (("p.json", PLACES), ("i.yml", DEFINITIONS), ("plan.txt", PLAN), ("r.csv", RETURN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_city_of_one_s_own(files: Path) -> None:
    assert run("places", str(files / "p.json")).exit_code == 0
    assert run("definitions", str(files / "i.yml")).exit_code == 0
    read = run("plan", str(files / "plan.txt"), "--place", "330400", "--adopted", "2021-03-19")
    assert read.exit_code == 0, read.output
    assert "plan/330400/2021/" in read.stdout
    returned = run("return", str(files / "r.csv"))
    assert returned.exit_code == 1
    assert "2 rows read, 1 kept, 1 refused, 0 doubled" in returned.stdout
    assert "不知道" in returned.stderr
    assert PlanTarget.objects.get().indicator_code == "gdp"
    assert StagedObservation.objects.get().amount == 780


def test_an_unreadable_plan_is_said(files: Path) -> None:
    run("places", str(files / "p.json"))
    (files / "empty.txt").write_bytes(b"")
    result = run("plan", str(files / "empty.txt"), "--place", "330400")
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr


def test_departments_and_their_heads(files: Path) -> None:
    run("places", str(files / "p.json"))
    (files / "d.json").write_text('{"departments": [{"code": "tjj", "name": "统计局", "place": "330400"}]}', "utf-8")
    rows = '{"department": "tjj", "name": "王示例", "from": "2024-01-01"}'
    (files / "h.json").write_text('{"heads": [' + rows + "]}", "utf-8")
    assert "1 departments are new" in run("departments", str(files / "d.json")).stdout
    assert [run("heads", str(files / "h.json")).stdout for _ in range(2)] == [
        "1 heads are new.\n",
        "0 heads are new.\n",
    ]
    (files / "h.json").write_text('{"heads": [' + rows.replace("tjj", "xx") + "]}", "utf-8")
    refused = run("heads", str(files / "h.json"))
    assert (refused.exit_code, "xx head" in refused.stderr) == (1, True)
    (files / "h.json").write_text('{"heads": [{"name": "x"}]}', "utf-8")
    assert run("heads", str(files / "h.json")).exit_code == 1
