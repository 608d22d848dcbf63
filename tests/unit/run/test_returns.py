"""From a return's bytes to observations: good rows are kept, the others are named with row and column."""

import pytest

from lantu.run.measuring import measure_all
from lantu.run.returns import receive_return
from lantu.store.models import AuditRow, Notice, ReturnBatch, StagedObservation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
HEADER = "region,indicator,year,value,unit,source,note\n"
GOOD = "青湖市,地区生产总值,2021,650.5,亿元,公报,\n"


def receive(rows: str) -> ReturnBatch:
    return ReturnBatch.objects.get(pk=receive_return((HEADER + rows).encode(), "a.csv", by="li").batch)


def test_a_good_row_is_an_observation_with_its_source_and_row() -> None:
    batch = receive(GOOD)
    row = StagedObservation.objects.get()
    assert (row.indicator_code, row.place_code, str(row.period_end), row.row) == ("gdp", "330400", "2021-12-31", 2)
    assert (str(row.amount.normalize()), row.unit, row.source_name) == ("650.5", "亿元", "公报")
    assert (batch.rows_read, batch.rows_kept, batch.rows_refused, batch.rows_doubled) == (1, 1, 0, 0)
    assert AuditRow.objects.filter(action="return.received").count() == 1


def test_a_unit_of_the_same_dimension_is_converted() -> None:
    receive("青湖市,地区生产总值,2021,0.065,万亿元,公报,\n")
    assert StagedObservation.objects.get().amount == 650


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("青湖市,地区生产总质,2021,650,亿元,公报,\n", "indicator", "地区生产总值"),
        ("白山市,地区生产总值,2021,650,亿元,公报,\n", "region", "白山市"),
        ("青湖市,地区生产总值,2021,650,平方公里,公报,\n", "unit", "亿元"),
        ("青湖市,地区生产总值,二零年,650,亿元,公报,\n", "year", "2021"),
        ("青湖市,地区生产总值,2021,很多,亿元,公报,\n", "value", "很多"),
    ],
    ids=["indicator", "place", "unit", "period", "value"],
)
def test_a_bad_row_is_named_and_the_good_one_is_kept(row: str, column: str, words: str) -> None:
    batch = receive(row + GOOD)
    assert (batch.rows_read, batch.rows_kept, batch.rows_refused) == (2, 1, 1)
    notice = Notice.objects.get(severity="error")
    assert (notice.file, notice.row, notice.column) == ("a.csv", 2, column)
    assert words in notice.message + notice.hint


def test_a_doubled_row_counts_once_also_across_returns() -> None:
    assert receive(GOOD + GOOD).rows_doubled == 1
    again = receive(GOOD)
    assert (again.rows_kept, again.rows_doubled) == (0, 1)
    assert StagedObservation.objects.count() == 1


def test_a_figure_in_the_wrong_unit_is_kept_and_named_where_the_history_tells() -> None:
    receive(GOOD)
    measure_all(by="test")
    batch = receive("青湖市,地区生产总值,2022,6.9,万亿元,公报,\n青湖市,地区生产总值,2023,690,亿元,公报,\n")
    assert (batch.rows_kept, batch.rows_refused) == (2, 0)
    notice = Notice.objects.get(batch=batch)
    assert (notice.code, notice.severity, notice.row, notice.column) == ("S019", "warning", 2, "value")
    assert "650.5" in notice.message


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"region,year\n"], ids=["empty", "binary", "columns missing"])
def test_a_file_that_is_no_return_is_kept_and_explained(data: bytes) -> None:
    receipt = receive_return(data, "odd.csv", by="li")
    assert receipt.counts.kept == 0
    notice = Notice.objects.filter(severity="error").first()
    assert notice is not None
    assert notice.file == "odd.csv"
    assert notice.hint


def test_chinese_encoded_the_old_way_is_read() -> None:
    receive_return((HEADER + GOOD).encode("gb18030"), "gb.csv", by="li")
    assert StagedObservation.objects.count() == 1


def test_rows_of_places_one_does_not_report_for_are_refused_one_by_one() -> None:
    receipt = receive_return((HEADER + GOOD).encode(), "a.csv", by="li", places=frozenset({"330401"}))
    assert (receipt.counts.read, receipt.counts.kept, receipt.counts.refused) == (1, 0, 1)
    assert [(n.code, n.row) for n in Notice.objects.all()] == [("S045", 2)]
    assert receive_return((HEADER + GOOD).encode(), "a.csv", by="li", places=frozenset({"330400"})).counts.kept == 1
