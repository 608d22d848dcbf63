"""A cell may stand in several places; its text is all of them, run together."""

from lantu.read.table_grid_nouns import RawCell, text_of

TEXT = "森林|12|覆盖率"


def test_parts_are_run_together_in_their_order() -> None:
    cell = RawCell(0, 2, (RawCell(6, 9),))
    assert text_of(TEXT, cell) == "森林覆盖率"
    assert len(cell.parts) == 2


def test_an_empty_cell_has_a_place_and_no_text() -> None:
    cell = RawCell(3, 3)
    assert cell.is_empty
    assert text_of(TEXT, cell) == ""
