"""Pairs of names are read from files; what is wrong with a file is told with its place."""

import pytest

from lantu.run.wordbook_files import WordbookError, parse_wordbook


def test_files_hold_pairs() -> None:
    table = "first,second,verdict,reason\n甲,乙,same,x\n丙,丁,apart,\n"
    assert parse_wordbook(("\ufeff" + table).encode(), "w.csv") == parse_wordbook(
        "same: [[甲, 乙]]\napart:\n  - [丙, 丁]\n".encode(), "w.yml"
    )
    assert parse_wordbook(b"", "w.yml").same == ()


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"\xff\xfe", "w.csv", "UTF-8"),
        (b"a,b\n1,2\n", "w.csv", "first line"),
        ("first,second,verdict\n甲,乙,same\n甲,,same\n".encode(), "w.csv", "line 3"),
        ("first,second,verdict\n甲,乙,yes\n".encode(), "w.csv", "line 2"),
        (b"same: [", "w.yml", "not YAML"),
        (b"other: []", "w.yml", "only the lists"),
        ("same: [[甲]]".encode(), "w.yml", "no pair"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(data: bytes, name: str, message: str) -> None:
    with pytest.raises(WordbookError, match=message):
        parse_wordbook(data, name)
