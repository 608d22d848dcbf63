"""Worked cases are run, and a wrong answer is told."""

from decimal import Decimal
from typing import Any

import pytest

from lantu.core.absence import Absence, AbsenceKind
from lantu.packs.load import read_pack
from lantu.packs.prove import is_same, prove_cases


def test_right_answers_say_nothing(noise_files: dict[str, str], noise_functions: dict[str, Any]) -> None:
    assert prove_cases(read_pack(noise_files)[0], noise_functions) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("value: 10, edition: old", "value: 11, edition: old", "value is"),
        ("edition: old", "edition: new", "edition is 'old'"),
        ("codes: []", "codes: [P030]", "codes is"),
        ("counted: 2", "nothing: 2", "nothing is None"),
        ("indicator: excess", "indicator: complaints", "not computed by this pack"),
        ("indicator: excess", "indicator: excess\n    settings: {margin: '7'}", "could not be computed"),
    ],
    ids=range(6),
)
def test_a_wrong_answer_is_told(
    noise_files: dict[str, str], noise_functions: dict[str, Any], old: str, new: str, said: str
) -> None:
    noise_files["cases/all.yml"] = noise_files["cases/all.yml"].replace(old, new, 1)
    (problem,) = prove_cases(read_pack(noise_files)[0], noise_functions)
    assert problem.code == "P013"
    assert said in problem.message


def test_parts_are_compared_by_value() -> None:
    assert is_same(2, Decimal("2.0"))
    assert is_same(Absence(AbsenceKind.NOT_STATED), None)
    assert is_same({"a": Decimal(1), "b": 2}, {"a": Decimal(1)})
    assert not is_same({"b": 2}, {"a": Decimal(1)})
    assert is_same(("O3",), ["O3"])
    assert not is_same(["O3", "CO"], ["O3"])
    assert not is_same(Decimal(0), None)
