"""What is typed in 亿元 is read in yuan."""

from decimal import Decimal

import pytest
from django.forms import ValidationError

from lantu.show.project_forms import ProjectAdjustmentForm, YearForm, read_yi

SAID = {"effective_on": "2026-01-01", "grounds": "a"}


def test_sums() -> None:
    assert read_yi("1,200.5") == Decimal(120_050_000_000)
    assert read_yi(" ") is None
    for wrong in ("viel", "NaN", "1e999999999"):
        with pytest.raises(ValidationError):
            read_yi(wrong)


def test_a_year_without_a_sum_is_taken_back() -> None:
    form = YearForm({"year": "2025", "planned": ""})
    assert form.is_valid()
    assert form.cleaned_data == {"year": 2025, "planned": None}


@pytest.mark.parametrize(
    ("part", "new", "amount", "words"),
    [("due", "2027", Decimal(2027), ""), ("sum", "1.5", Decimal(150_000_000), ""), ("scope", "三座桥", None, "三座桥")],
)
def test_the_new_thing_of_an_adjustment(part: str, new: str, amount: Decimal | None, words: str) -> None:
    form = ProjectAdjustmentForm({"part": part, "new": new, **SAID})
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["amount"], form.cleaned_data["words"]) == (amount, words)
    assert not ProjectAdjustmentForm({"part": "due", "new": "soon", **SAID}).is_valid()
