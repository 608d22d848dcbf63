"""填报."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantu.store import models
from tests.unit.show.city import City


def test_the_list_counts_rows(city: City, reader: Client) -> None:
    text = reader.get("/returns").text
    assert re.findall(r'<td[^>]*class="num[^>]*>(\d+)</td>', text) == ["8", "7", "1", "0"]
    assert re.search(r'class="num is-bad"[^>]*>1<', text)


def test_rows_and_what_was_wrong(city: City, reader: Client) -> None:
    text = reader.get(f"/return/{city.batch.pk}").text
    assert text.count('<tr id="row-') == 7
    assert "第 9 行 · indicator" in text
    assert "没有“神秘指数”这个指标" in text
    assert "最接近的是“地区生产总值”" in text
    assert '<span class="fig-num">0</span>' in text


def test_an_unknown_return_is_404(city: City, reader: Client) -> None:
    assert reader.get("/return/999999").status_code == 404


def test_a_return_is_kept_and_a_job_queued(planner: Client) -> None:
    file = SimpleUploadedFile("q1.csv", b"region,indicator,year,value,unit\n")
    answer = planner.post("/returns/upload", {"file": file})
    job = models.Job.objects.get()
    assert answer["Location"] == f"/job/{job.pk}"
    assert job.kind == "read_return"


def test_an_empty_return_is_explained(planner: Client) -> None:
    answer = planner.post("/returns/upload", {"file": SimpleUploadedFile("q1.csv", b"")})
    assert answer.status_code == 422
    assert "文件是空的" in answer.text
