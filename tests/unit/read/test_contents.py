"""Front matter and contents."""

from lantu.read.blocks import Piece, cut_pieces
from lantu.read.contents import find_body, find_contents
from lantu.read.lines import split_lines

NAMES = ("一、发展环境", "二、总体思路", "三、重点任务", "四、规划实施")
BODY = "\n".join(f"{name}\n本节说明这一方面的做法和要求，各部门按照分工推进落实。" for name in NAMES)


def pieces_of(text: str) -> list[Piece]:
    return cut_pieces(split_lines(text), [])


def test_lines_that_come_again_are_contents() -> None:
    pieces = pieces_of("规划纲要\n目录\n" + "\n".join(NAMES) + "\n" + BODY)
    assert find_contents(pieces) == frozenset(range(1, 6))


def test_lines_with_page_numbers_are_contents() -> None:
    pieces = pieces_of(
        "\n".join(f"{name} ........ {n}" for n, name in enumerate(NAMES)) + "\n正文从这里开始，先说明编制的依据和过程。"
    )
    assert find_contents(pieces) == frozenset(range(4))


def test_headings_that_come_once_are_none() -> None:
    assert find_contents(pieces_of(BODY)) == frozenset()
    assert find_contents(pieces_of("\n".join(NAMES))) == frozenset()


def test_the_body_begins_behind_the_front() -> None:
    pieces = pieces_of(
        "规划纲要\n云山市人民政府\n2021年3月\n为了把事情办好，按照统一部署，结合实际，制定本规划，请遵照执行。\n一、总则"
    )
    assert find_body(pieces, frozenset()) == 3
    assert find_body(pieces[:3], frozenset()) == 3
