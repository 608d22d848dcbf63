"""Rows as lines and back, cell by cell; tables that do not fit are refused."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection

from lantu.store import models
from lantu.store.archive import (
    ArchiveError,
    applied_migrations,
    find_model,
    list_tables,
    prepare_empty,
    take_lines,
    write_lines,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, 2, 3, 4, 567891, tzinfo=UTC)


@pytest.fixture
def batch() -> models.ReturnBatch:
    document = models.Document.objects.create(
        sha256="a" * 64, name="甲.txt", size_bytes=3, data=b"\x00\xff\n", recorded_at=AT
    )
    return models.ReturnBatch.objects.create(
        name="r\n2",
        document=document,
        actor="x",
        rows_read=1,
        rows_kept=1,
        rows_refused=0,
        rows_doubled=0,
        recorded_at=AT,
    )


def test_every_kind_of_cell_comes_back(batch: models.ReturnBatch) -> None:
    row = models.StagedObservation.objects.create(
        batch=batch, source_key="k", indicator_code="gdp", place_code="990100", period_start=date(2023, 1, 1),
        period_end=date(2023, 12, 31), amount=Decimal("0.0000000001"), bound="=", status="final", row=2, recorded_at=AT,
    )  # fmt: skip
    written = {
        model: list(write_lines(model)) for model in (models.Document, models.ReturnBatch, models.StagedObservation)
    }
    for model in (models.StagedObservation, models.ReturnBatch, models.Document):
        model._base_manager.all().delete()
    assert [take_lines(model, lines) for model, lines in written.items()] == [1, 1, 1]
    again = models.StagedObservation.objects.get()
    assert again.amount == row.amount
    assert (again.pk, again.period_start, again.recorded_at) == (row.pk, row.period_start, AT)
    assert bytes(models.Document.objects.get().data) == b"\x00\xff\n"
    assert {model: list(write_lines(model)) for model in written} == written


def test_columns_of_another_form_are_refused() -> None:
    with pytest.raises(ArchiveError, match="columns"):
        take_lines(models.Place, ['["code","colour"]'])


def test_every_table_of_ours_is_kept() -> None:
    kept = {model._meta.label_lower for model in list_tables()}
    assert {model._meta.label_lower for model in apps.get_app_config("store").get_models()} <= kept
    assert "auth.user" in kept
    assert not any(label.startswith(("sessions.", "django_tasks")) for label in kept)


@pytest.mark.usefixtures("batch")
def test_a_registry_with_rows_is_not_overwritten() -> None:
    with pytest.raises(ArchiveError, match="not empty"):
        prepare_empty(applied_migrations())
    with pytest.raises(ArchiveError, match="newer"):
        prepare_empty({"store": "9999_later"})
    assert connection.introspection.table_names()


def test_a_table_nobody_knows_is_refused() -> None:
    with pytest.raises(ArchiveError, match=r"store\.moon"):
        find_model(apps, "store.moon")
