"""Formulas of services, alone."""

import pytest

from lantu.core.absence import Absence
from lantu.packs.rows import InputRow
from lantu.packs.services.formulas import compute_check_character
from lantu.run.pack_folders import find_packs, load_pack

RULES = load_pack(find_packs()["services"]).pack.rules


def test_any_two_signs_changed_places_are_noticed() -> None:
    code = "91350100M000100Y4"
    right = compute_check_character(InputRow(0, {}, {"credit_code": code}), RULES).value
    for i in range(len(code) - 1):
        changed = code[:i] + code[i + 1] + code[i] + code[i + 2 :]
        found = compute_check_character(InputRow(0, {}, {"credit_code": changed}), RULES).value
        assert (found == right) == (changed == code)


@pytest.mark.parametrize("code", ["", "9135", "91350100M000100Y43X", "91350100m000100i4"])
def test_what_is_no_code(code: str) -> None:
    assert isinstance(compute_check_character(InputRow(0, {}, {"credit_code": code}), RULES).value, Absence)
