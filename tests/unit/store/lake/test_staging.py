"""Batches are kept whole, doubles are left out, and numbers follow the order of commit."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest
from django.db import connection

AT = datetime(2024, 2, 1, tzinfo=UTC)


def staging_of(lake: Any) -> Any:
    return lake._staging


def test_a_receipt_says_what_became_of_the_rows(lake: Any, make: Any) -> None:
    first = lake.append(make(2), source="x", recorded_at=AT)
    again = lake.append(make(2), source="x", recorded_at=AT)
    other = lake.append(make(1, add=0.5), source="x", recorded_at=AT)
    assert [(r.rows, r.kept, r.doubled, r.corrected, r.sequence) for r in (first, again, other)] == [
        (4, 4, 0, 0, 4), (4, 0, 4, 0, 4), (2, 2, 0, 2, 6),
    ]  # fmt: skip


def test_another_process_knows_what_is_staged(lake: Any, make: Any) -> None:
    from lantu.store.lake.staging import Staging

    lake.append(make(2), source="x", recorded_at=AT)
    rows = staging_of(lake).load().select([*make(1).column_names])
    from lantu.store.lake.schema import conform_rows

    assert Staging().append(conform_rows(rows, "x"), "x", AT).doubled == 4
    assert lake.append(make(3), source="x", recorded_at=AT).kept == 2


def test_a_key_of_its_own_is_another_feed(lake: Any, make: Any) -> None:
    lake.append(make(1), source="x", recorded_at=AT)
    assert lake.append(make(1), source="y", recorded_at=AT).kept == 2


def test_another_flag_is_a_correction(lake: Any, make: Any) -> None:
    lake.append(make(1), source="x", recorded_at=AT)
    assert lake.append(make(1, flag="stuck"), source="x", recorded_at=AT).corrected == 2


def test_a_clock_that_went_back_does_not_change_the_order(lake: Any, make: Any) -> None:
    lake.append(make(1), source="x", recorded_at=AT)
    late = lake.append(make(1, add=1), source="x", recorded_at=AT - timedelta(days=1))
    assert late.recorded_at == AT


def test_what_failed_is_not_remembered(lake: Any, make: Any) -> None:
    def fail(receipt: Any) -> None:
        raise OSError("the other half failed")

    with pytest.raises(OSError, match="other half"):
        lake.append(make(1), source="x", recorded_at=AT, mention=fail)
    assert staging_of(lake).count() == (0, 0)
    assert lake.append(make(1), source="x", recorded_at=AT).kept == 2


def test_rows_are_loaded_as_they_were_kept(lake: Any, make: Any) -> None:
    lake.append(make(2), source="x", recorded_at=AT)
    lake.append(make(2, first=2), source="x", recorded_at=AT)
    staging = staging_of(lake)
    assert staging.load()["sequence"].to_pylist() == list(range(1, 9))
    assert staging.load(after=4)["sequence"].to_pylist() == list(range(5, 9))
    assert staging.load(most=1).num_rows == 4
    assert staging.load(upto=4).num_rows == 4
    assert staging.count(after=4) == (1, 4)


def test_numbers_pass_the_mark_of_the_files(lake: Any, make: Any) -> None:
    staging_of(lake).pass_mark(100)
    assert lake.append(make(1), source="x", recorded_at=AT).sequence == 102


def test_packed_rows_are_the_same_rows(lake: Any, make: Any) -> None:
    from lantu.store.lake.staging import pack_rows, unpack_rows

    lake.append(make(3), source="x", recorded_at=AT)
    rows = staging_of(lake).load()
    assert unpack_rows(pack_rows(rows)).equals(rows)
    assert isinstance(rows, pa.Table)


@pytest.mark.django_db(transaction=True)
def test_an_open_transaction_is_refused(tmp_path: Any, make: Any) -> None:
    from django.db import transaction

    from lantu.store.lake import Lake

    lake = Lake.open(tmp_path)
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        lake.append(make(1), source="x", recorded_at=AT)


def test_sqlite_waits_for_the_disk(db: None) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
    else:
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone()[0] in ("on", "off")  # the tests' own server may forget; see tests/registry.py
