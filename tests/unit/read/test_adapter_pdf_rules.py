"""Rules to cells."""

from lantu.read.adapter_pdf_rules import close_rows, find_cells, find_grids, merge_lines
from lantu.read.adapter_pdf_source import Rule


def level(y: float, x0: float, x1: float) -> Rule:
    return Rule(x0, y, x1, y)


def upright(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x, bottom)


def lattice(xs: list[float], ys: list[float]) -> list[Rule]:
    return [level(y, xs[0], xs[-1]) for y in ys] + [upright(x, ys[0], ys[-1]) for x in xs]


def test_lattice_is_a_grid() -> None:
    [grid] = find_grids(lattice([0, 50, 100], [0, 20, 40, 60]))
    assert grid.box == (0, 0, 100, 60)
    assert len(grid.rows) == 3
    assert grid.columns == (0, 50)


def test_merged_cell_is_one() -> None:
    rules = [
        level(0, 0, 100),
        level(20, 0, 100),
        level(40, 0, 100),
        upright(0, 0, 40),
        upright(50, 20, 40),
        upright(100, 0, 40),
    ]
    [grid] = find_grids(rules)
    assert grid.rows == (((0, 0, 100, 20), None), ((0, 20, 50, 40), (50, 20, 100, 40)))


def test_pieces_of_a_rule_are_one() -> None:
    assert merge_lines([(10.0, 0, 20), (10.5, 21, 40), (30.0, 0, 5)]) == [(10.25, 0, 40), (30.0, 0, 5)]


def test_two_tables_are_two_grids() -> None:
    grids = find_grids([*lattice([0, 50, 100], [100, 120]), *lattice([0, 30, 60], [0, 20, 40])])
    assert [grid.box[1] for grid in grids] == [0, 100]


def test_row_cut_by_the_pages_end_is_closed() -> None:
    rules = [level(0, 0, 100), level(20, 0, 100), *[upright(x, 0, 45) for x in (0, 50, 100)]]
    [grid] = find_grids(rules)
    assert len(grid.rows) == 2
    assert grid.box[3] == 45
    assert close_rows([(0, 0, 45), (50, 0, 45)], [(0, 0, 100)]) == [(0, 0, 100)]


def test_open_corner_is_no_cell() -> None:
    assert find_cells([(0, 0, 20), (50, 0, 20)], [(0, 0, 50)]) == []
    assert find_grids([]) == []
