"""Every form of a target that the grammar knows stands somewhere in the sample's plans.

In: examples/jiaxing/forms.csv (form, file, quote) and the plans beside it. Out: pass or fail.
Left out on purpose: whether the reader reads a form rightly; that is tested with the reader.
"""

import csv
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "jiaxing"
CELLS = [f"T{n:02}" for n in range(1, 26)]
PROSE = [f"P{n:02}" for n in range(1, 63)] + ["P13b"]
YEARS = [f"Y{n:02}" for n in range(1, 14)]


def read_rows() -> list[dict[str, str]]:
    with (SAMPLE / "forms.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_form_is_listed_once() -> None:
    assert sorted(row["form"] for row in read_rows()) == sorted(CELLS + PROSE + YEARS)


@pytest.mark.parametrize("row", read_rows(), ids=lambda row: row["form"])
def test_quote_stands_in_its_file(row: dict[str, str]) -> None:
    text = (SAMPLE / row["file"]).read_text(encoding="utf-8")
    assert row["quote"]
    assert row["quote"] in text


def test_the_shared_list_names_no_other_form(shared: Path) -> None:
    listed = (shared / "gold" / "forms.md").read_text(encoding="utf-8").splitlines()
    named = {line.split("|")[1].strip() for line in listed if line.startswith("| ")} - {"id", "---"}
    assert named == {row["form"] for row in read_rows()}
