"""What is given out as files can be handed in again, and nothing of it is new; a changed figure is."""

import csv
import io
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lantu.run import figure_files
from lantu.run.figure_files import (
    TooManyRowsError,
    tell_history,
    tell_observations,
    tell_values,
    write_book,
    write_lines,
)
from lantu.run.returns import receive_return
from lantu.store import models
from lantu.store.fetch.listed import observations_counting, values_in_force
from tests.unit.show.city import CITY, City, build_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db: None) -> City:
    return build_city()


REPORTED = (
    "indicator_code,place_code,period,value,unit,来源,网址,原文,发布日期,状态,备注\n"
    "gdp,990100,2019,5400.5,亿元,统计公报,https://tjj.example/1,全年5400.5亿元,2020-03-01,preliminary,快报\n"
    "gdp,990100,2019-Q1,<1200,亿元,,,,,final,\n"
)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", ["observations", "values"])
def test_nothing_of_an_unchanged_file_is_new(form: str, kind: str, city: City, tmp_path: Path) -> None:
    models.StagedObservation.objects.all().delete()
    models.ValueRow.objects.all().delete()
    assert receive_return(REPORTED.encode(), "reported.csv", by="x").counts.kept == 2
    names = ("indicator_code", "place_code", "period_start", "period_end", "amount", "unit", "bound", "status", "note")
    for row in models.StagedObservation.objects.all():
        said = {name: getattr(row, name) for name in names}
        models.ValueRow.objects.create(rule="reported", inputs=[str(row.pk)], recorded_at=row.recorded_at, **said)
    given = (
        tell_observations(observations_counting(None)) if kind == "observations" else tell_values(values_in_force(None))
    )
    if form == "csv":
        data = "".join(write_lines(given)).encode()
    else:
        assert write_book(given, tmp_path / "a.xlsx") == 2
        data = (tmp_path / "a.xlsx").read_bytes()
    counts = receive_return(data, f"{kind}.{form}", by="x").counts
    assert (counts.read, counts.kept, counts.doubled, counts.refused) == (2, 0, 2, 0)


def test_a_computed_value_that_somebody_changed_is_a_new_report(city: City) -> None:
    row = models.ValueRow.objects.create(
        indicator_code="gdp", place_code=CITY, period_start="2019-01-01", period_end="2019-12-31", amount=Decimal(5),
        unit="亿元", bound="=", status="final", rule="computed", inputs=[], recorded_at=city.batch.recorded_at,
    )  # fmt: skip
    said = "".join(write_lines(tell_values(models.ValueRow.objects.filter(pk=row.pk))))
    assert f"value/{row.pk}" in said
    assert receive_return(said.encode(), "v.csv", by="x").counts.doubled == 1
    changed = receive_return(said.replace(",5,", ",6,").encode(), "v.csv", by="x")
    assert (changed.counts.kept, changed.counts.doubled) == (1, 0)


def test_history_tells_both_clocks_and_who(city: City) -> None:
    first = models.ValueRow.objects.filter(indicator_code="gdp", place_code=CITY).order_by("-period_end", "-id")[0]
    again = models.ValueRow.objects.get(pk=first.pk)
    again.pk, again.recorded_at = None, first.recorded_at + timedelta(days=3)
    again.save(force_insert=True)
    text = "".join(write_lines(tell_history(models.ValueRow.objects.filter(indicator_code="gdp", place_code=CITY))))
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert len(rows) == models.ValueRow.objects.filter(indicator_code="gdp", place_code=CITY).count()
    ended = [row for row in rows if row["失效时间"]]
    assert [(row["登记时间"], row["失效时间"]) for row in ended] == [
        (first.recorded_at.isoformat(), again.recorded_at.isoformat())
    ]
    assert city.batch.actor in {row["登记人"] for row in rows}


def test_a_sheet_holds_only_so_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_files, "MOST_SHEET_ROWS", 2)
    rows = [("地区",), ("=1",), ("b",), ("c",)]
    with pytest.raises(TooManyRowsError):
        write_book(rows, tmp_path / "a.xlsx")
    assert write_book(rows[:3], tmp_path / "b.xlsx") == 2
    assert load_workbook(tmp_path / "b.xlsx").active["A2"].value == "'=1"
