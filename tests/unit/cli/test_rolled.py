"""Rolled-up standings as rows, CSV and a table."""

import csv
import io
from dataclasses import replace

import pytest

from lantu.cli.rolled import NAMELESS, list_rolled, print_csv, print_rolled
from lantu.core.standing import Class
from lantu.core.target import Form
from lantu.judge.rollup import RollUp
from tests.unit.judge.builders import build_target

WORST = replace(build_target(Form.LEVEL, 1, 2), id="plan/330400/2021/outline#abc", name="优良天数比率")
ROLLED = (
    RollUp("生态环境局", ((Class.MET, 2), (Class.MISSED, 1)), 3, (WORST,)),
    RollUp("", ((Class.MET, 0), (Class.MISSED, 0)), 0, ()),
)


def test_rows_name_the_worst_with_their_addresses() -> None:
    first, second = list_rolled(ROLLED)
    assert (first["targets"], first["binding"], first["met"], first["missed"]) == (3, 3, 2, 1)
    assert first["worst_binding"] == [{"name": "优良天数比率", "address": "plan/330400/2021/outline#abc"}]
    assert (second["name"], second["worst_binding"]) == (NAMELESS, [])


def test_csv_and_table_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{**{klass.value: 0 for klass in Class}, **row} for row in list_rolled(ROLLED)]
    print_csv(rows)
    (first, _) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (first["name"], first["missed"]) == ("生态环境局", "1")
    assert first["worst_binding"] == "优良天数比率 plan/330400/2021/outline#abc"
    print_rolled(rows)
    assert "优良天数比率 plan/330400/2021/outline#abc" in capsys.readouterr().out
