"""The table of codes."""

import re

import pytest

from lantu.core.diagnostic import Severity
from lantu.read.codes import CODES, diagnose


def test_codes_are_well_formed_and_used_once() -> None:
    names = [code.code for code in CODES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"R\d{3}", name) for name in names)
    assert all(code.title and code.wrong and code.todo for code in CODES)


def test_a_diagnostic_carries_the_hint_of_the_table() -> None:
    found = diagnose("R001", "plan.txt has no bytes", severity=Severity.ERROR, about="plan.txt")
    assert (found.code, found.severity, found.about) == ("R001", Severity.ERROR, "plan.txt")
    assert found.hint == next(code.todo for code in CODES if code.code == "R001")


def test_an_unknown_code_is_our_own_mistake() -> None:
    with pytest.raises(KeyError):
        diagnose("R999", "none")
