"""The figures of one indicator as CSV."""

import csv
from io import StringIO

from django.test import Client

from tests.unit.show.city import CITY, City


def test_every_figure_with_its_source_and_whether_it_counts(city: City, reader: Client) -> None:
    answer = reader.get("/indicator/gdp/values.csv", {"place": CITY})
    assert "gdp-990100.csv" in answer["Content-Disposition"]
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][0] == "指标"
    told = {(row[3], row[4], row[7]) for row in rows[1:]}
    assert {
        ("2025-12-31", "7851", "采用"),
        ("2021-12-31", "6355.28", "采用"),
        ("2021-12-31", "6355.3", "未采用"),
    } <= told
    assert "2025年公报" in {row[8] for row in rows}


def test_what_is_not_there_is_not_found(city: City, reader: Client) -> None:
    assert reader.get("/indicator/nothing/values.csv").status_code == 404


def test_the_page_leads_to_the_file(city: City, reader: Client) -> None:
    assert f'href="/indicator/gdp/values.csv?place={CITY}" download' in reader.get("/indicator/gdp").text
