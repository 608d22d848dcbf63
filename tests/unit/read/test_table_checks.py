"""What a person should look at."""

from lantu.read import build_context
from tests.unit.read.layouts import HEADER, ROWS, print_plan


def messages(text: str) -> dict[str, str]:
    _, diagnostics = build_context(text, "plan.txt")
    return {d.code: d.message for d in diagnostics}


def test_a_sound_table_raises_nothing() -> None:
    assert not [code for code in messages(print_plan("pipes")) if code.startswith("R02")]


def test_rows_without_a_unit() -> None:
    rows = [(*row[:3], "", *row[4:]) if row[1] == "1" else row for row in ROWS]
    assert "1 地区生产总值" in messages(print_plan("pipes", HEADER, rows))["R025"]


def test_a_ratio_needs_no_unit() -> None:
    rows = [("民生", "1", "城乡居民收入比", "", "1.9", "1.8", "预期性"), *[row for row in ROWS if row[1] != "1"]]
    assert "R025" not in messages(print_plan("pipes", HEADER, rows))


def test_rows_that_lost_cells() -> None:
    found = messages(print_plan("cells"))
    assert "2 全员劳动生产率年均增长" in found["R021"]
    assert "R021" not in messages(print_plan("tabs"))
