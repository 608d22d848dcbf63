"""Bytes into rows, whatever the encoding and however damaged."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.sense import table
from lantu.sense.table import DAMAGE, Row, UnreadableError, decode_text, read_csv, trim_row

TEXT = "地区,指标\n嘉兴市,地区生产总值\n秀洲区,常住人口\n海宁市,地区生产总值\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert decode_text(data) == (TEXT, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_damage_stays_in_its_row(encoding: str) -> None:
    lines = TEXT.encode(encoding).split(b"\n")
    lines[2] = lines[2][:1] + b"\xff" + lines[2][1:]
    text, found = decode_text(b"\n".join(lines))
    assert found == encoding
    assert [DAMAGE in line for line in text.split("\n")] == [False, False, True, False, False]


def test_row_numbers_are_those_a_person_sees() -> None:
    data = b'a,b\n\n"x\ny",2\n,,\n3,4\n'
    assert read_csv(data, "f.csv").rows == (Row(1, ("a", "b")), Row(3, ("x\ny", "2")), Row(6, ("3", "4")))


@pytest.mark.parametrize("mark", ["\t", ";", "，"])
def test_other_marks_between_cells(mark: str) -> None:
    assert read_csv(f"a{mark}b\n1{mark}2".encode(), "f.csv").rows[1].cells == ("1", "2")


def test_what_is_no_text_is_refused() -> None:
    for data in (b"a,b\n\x00\x01", bytes.fromhex("d0cf11e0a1b11ae1") + b"rest"):
        with pytest.raises(UnreadableError):
            read_csv(data, "f.csv")


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_ROWS", 3)
    with pytest.raises(UnreadableError, match="more than 3 rows"):
        read_csv(b"a\n1\n2\n3\n4\n", "f.csv")
    monkeypatch.setattr(table, "MAX_BYTES", 5)
    with pytest.raises(UnreadableError, match="at most 5"):
        read_csv(b"a\n1\n2\n", "f.csv")


def test_too_many_faults_are_given_up() -> None:
    with pytest.raises(UnreadableError, match="quotes"):
        read_csv(b"a,b\n" + b'"x"y,1\n' * (table.MAX_FAULTS + 1), "f.csv")


def test_blank_rows_are_none() -> None:
    assert trim_row(1, ["", "\u3000 ", ""]) is None
    assert trim_row(1, [" a\u3000", "", ""]) == Row(1, ("a",))


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_a_refusal(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        assert all(row.cells for row in read_csv(data, "f.csv").rows)
