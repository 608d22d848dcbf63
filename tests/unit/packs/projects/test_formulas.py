"""Formulas of projects, alone."""

from decimal import Decimal

import pytest

from lantu.core.absence import Absence
from lantu.packs.projects.formulas import compute_time_lead
from lantu.packs.rows import InputRow
from lantu.run.pack_folders import find_packs, load_pack

RULES = load_pack(find_packs()["projects"]).pack.rules


@pytest.mark.parametrize(("months", "lead"), [("12", "0.0"), ("6", "50.0"), ("0", None), ("13", None)])
def test_time_gone(months: str, lead: str | None) -> None:
    row = InputRow(0, {"planned": Decimal(10), "done": Decimal(10), "months": Decimal(months)})
    found = compute_time_lead(row, RULES).value
    assert isinstance(found, Absence) if lead is None else found == Decimal(lead)
