"""CSV in any usual encoding, XLSX and Parquet give the same rows."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from lantu.run.reading_files import digest_file, find_encoding, open_readings
from lantu.sense.table import UnreadableError

HEADER = ("站点", "时间", "PM2.5")
CELLS = ("清河", "2024-01-01 08:00:00", "38.5")


def write_file(path: Path, kind: str) -> Path:
    if kind == "parquet":
        at = pa.array([datetime(2024, 1, 1, tzinfo=UTC)], pa.timestamp("us", "UTC"))
        pq.write_table(pa.table({HEADER[0]: ["清河"], HEADER[1]: at, HEADER[2]: [38.5]}), path)
    elif kind == "xlsx":
        book = Workbook()
        assert book.active is not None
        book.active.append(HEADER)
        book.active.append(["清河", datetime(2024, 1, 1, 8), 38.5])  # noqa: DTZ001
        book.save(path)
    else:
        path.write_text("\n".join(",".join(row) for row in (HEADER, CELLS)), encoding=kind)
    return path


@pytest.mark.parametrize("kind", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "xlsx", "parquet"])
def test_every_kind_gives_the_same(tmp_path: Path, kind: str) -> None:
    with open_readings(write_file(tmp_path / "file", kind)) as file:
        assert file.header == HEADER
        assert [(row.number, row.cells) for row in file.rows] == [(2, CELLS)]
        assert file.total_bytes > 0


def test_the_encoding_of_a_long_file_is_told_by_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("站点清河小学,一二三\n" * 60_000, encoding="utf-8")
    assert path.stat().st_size > 1 << 20
    assert find_encoding(path) == "utf-8-sig"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"a\0b,c\n", b"PK\x03\x04broken", b"PAR1broken"])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableError), open_readings(path):
        pass


def test_the_digest_covers_content_and_way(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n")
    first = digest_file(path, "one")
    assert digest_file(path, "two") != first
    path.write_text("a,c\n")
    assert digest_file(path, "one") != first
