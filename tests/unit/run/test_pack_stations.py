"""What an instance says of its stations."""

from pathlib import Path

import pytest

from lantu.measure.placing import Siting
from lantu.run.pack_stations import check_stations, group_levels, read_stations
from lantu.run.pack_steps import step_packs


def say(home: Path, text: str) -> None:
    (home / "packs").mkdir(exist_ok=True)
    (home / "packs" / "stations.yml").write_text(text, encoding="utf-8")


def test_groups_and_kinds_by_station(tmp_path: Path) -> None:
    say(tmp_path, "water:\n  红旗塘大坝: {basin: 运河, kind: river}\n  石臼漾: {kind: lake}\n  12: {basin: '7'}\n")
    found, said = read_stations(tmp_path)
    assert said == ()
    assert dict(found["water"]) == {
        "红旗塘大坝": Siting("river", {"basin": "运河"}),
        "石臼漾": Siting("lake", {}),
        "12": Siting("", {"basin": "7"}),
    }
    assert group_levels(step_packs()["water"]) == {"basin"}
    assert check_stations(step_packs(), {"water": ["红旗塘大坝", "石臼漾", "12"]}, tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("water: [", "did not find"),
        ("[1]", "does not name stations"),
        ("water: {a: river}", "a word to each field"),
        ("water: {a: {basin: 3}}", "a word to each field"),
        ("water: {a: {kind: sea}}", "kind is sea"),
        ("noise: {a: {kind: lake}}", "no pack"),
        ("water: {a: {river: x}}", "no step is for river; there are basin, kind"),
        ("water: {a: {basin: b}}", "b is a station"),
        ("water: {a: {basin: x}, c: {basin: x}}", "no readings of 1 stations, such as c"),
    ],
)
def test_what_cannot_hold_is_told(tmp_path: Path, text: str, told: str) -> None:
    say(tmp_path, text)
    (said,) = check_stations(step_packs(), {"water": ["a", "b"]}, tmp_path)
    assert said.code == "M007"
    assert told in said.message


def test_without_a_file_nothing_is_said(tmp_path: Path) -> None:
    assert read_stations(tmp_path) == ({}, ())
    assert check_stations(step_packs(), {"water": ["a"]}, tmp_path) == ()
