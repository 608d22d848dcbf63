"""The same report is kept once; another figure, status or source is another report."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.entry import Comparator
from lantu.core.observation import Observation, Source, Status
from lantu.core.quantity import make_quantity
from lantu.core.time import year_period
from lantu.store.keep.plans import keep_document
from lantu.store.keep.returns import RowCounts, keep_batch, keep_observations, source_key, split_known
from lantu.store.known import OBSERVATION_SCHEMA, known_observations
from lantu.store.models import ReturnBatch, StagedObservation

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
GDP = Observation(
    "", "gdp", "330400", year_period(2025), make_quantity("7851", "亿元"), Comparator.EQUAL, Status.PRELIMINARY,
    Source("return", "bulletin", 2), date(2026, 2, 1),
)  # fmt: skip


@pytest.fixture
def batch() -> ReturnBatch:
    return keep_batch(keep_document(b"a,b", "a.csv", NOW), "a.csv", "li", RowCounts(1, 1, 0, 0), NOW)


def test_the_same_report_is_known_the_second_time(batch: ReturnBatch) -> None:
    fresh, known = split_known([GDP])
    keep_observations(batch, fresh, NOW)
    assert (len(fresh), known) == (1, 0)
    assert split_known([GDP]) == ([], 1)


def test_a_report_doubled_in_one_file_is_kept_once() -> None:
    fresh, known = split_known([GDP, GDP])
    assert (len(fresh), known) == (1, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"quantity": make_quantity("7850", "亿元")},
        {"status": Status.FINAL},
        {"period": year_period(2024)},
        {"place_code": "330411"},
        {"source": Source("return", "yearbook", 2)},
        {"bound": Comparator.LESS_THAN},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_differs_is_another_report(change: dict[str, object]) -> None:
    assert source_key(replace(GDP, **change)) != source_key(GDP)


def test_the_row_number_does_not_make_another_report() -> None:
    assert source_key(replace(GDP, source=Source("return", "bulletin", 99))) == source_key(GDP)


def test_an_absence_is_kept_with_its_name_and_is_not_zero(batch: ReturnBatch) -> None:
    keep_observations(batch, [replace(GDP, quantity=Absence(AbsenceKind.NOT_MEASURED))], NOW)
    row = StagedObservation.objects.get()
    assert (row.amount, row.absence) == (None, "not_measured")
    assert known_observations().num_rows == 0


def test_engines_get_exact_decimals(batch: ReturnBatch) -> None:
    keep_observations(batch, [replace(GDP, quantity=make_quantity("0.0156", "人/亿元"))], NOW)
    table = known_observations()
    assert table.schema == OBSERVATION_SCHEMA
    assert table["amount"][0].as_py() == Decimal("0.0156")


def test_what_was_recorded_later_was_not_known_before(batch: ReturnBatch) -> None:
    keep_observations(batch, [GDP], NOW)
    assert known_observations(datetime(2025, 12, 31, tzinfo=UTC)).num_rows == 0
    assert known_observations(NOW).num_rows == 1
