"""Settings of packs that an instance chose."""

from pathlib import Path

import pytest

from lantu.run.pack_choices import check_choices, read_choices
from lantu.run.pack_steps import step_packs


def choose(home: Path, text: str) -> None:
    (home / "packs").mkdir(exist_ok=True)
    (home / "packs" / "settings.yml").write_text(text, encoding="utf-8")


def test_steps_do_without_what_was_chosen_away(tmp_path: Path) -> None:
    usual = {step.name: step for step in step_packs(tmp_path)["air"].steps}
    assert "left_out" in usual["city_year"].parts
    choose(tmp_path, "air: {dust_days: keep, annual_validity: report}")
    chosen = {step.name: step for step in step_packs(tmp_path)["air"].steps}
    assert chosen["city_year"].parts == {}
    assert set(chosen["city_year"].rules) == {"round"}
    assert set(chosen["city_month"].rules) == set(usual["city_month"].rules)
    assert check_choices(step_packs(tmp_path), tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("air: {dust: keep}", "no setting dust"),
        ("air: {dust_days: half}", "may be deduct, keep"),
        ("noise: {a: b}", "no pack"),
        ("air: [", "did not find"),
        ("[1]", "does not name"),
    ],
)
def test_what_cannot_be_chosen_is_told_and_the_default_holds(tmp_path: Path, text: str, told: str) -> None:
    choose(tmp_path, text)
    packs = step_packs(tmp_path)
    (said,) = check_choices(packs, tmp_path)
    assert said.code == "M006"
    assert told in said.message
    assert "left_out" in {step.name: step for step in packs["air"].steps}["city_year"].parts


def test_without_a_file_nothing_is_chosen(tmp_path: Path) -> None:
    assert read_choices(tmp_path) == ({}, ())
