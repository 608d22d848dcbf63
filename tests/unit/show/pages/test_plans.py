"""规划 list and hand-in."""

import re
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantu.store import models
from tests.unit.show.city import CITY, City


def send(client: Client, data: bytes, **fields: str):
    form = {"title": "试交规划", "place": CITY, "kind": "outline", **fields}
    return client.post("/plans/upload", {**form, "file": SimpleUploadedFile("plan.txt", data)})


def test_the_list_counts_targets_and_notices(city: City, reader: Client) -> None:
    text = reader.get("/plans").text
    assert "示例市“十四五”规划纲要" in text
    assert re.findall(r'<td[^>]*class="num"[^>]*>(\d+)</td>', text) == ["5", "1"]
    assert "需要规划角色" in text


def test_a_plan_is_kept_and_a_job_queued(planner: Client) -> None:
    answer = send(planner, "示例规划\n到2030年，全市地区生产总值达到12000亿元。\n".encode())
    job = models.Job.objects.get()
    assert answer["Location"] == f"/job/{job.pk}"
    assert (job.kind, job.state, job.actor) == ("read_plan", "queued", "li")
    assert models.PlanVersion.objects.filter(state="queued").count() == 1


def test_an_empty_file_is_explained(planner: Client) -> None:
    answer = send(planner, b"")
    assert answer.status_code == 422
    assert "文件是空的（0 字节）" in answer.text
    assert not models.Job.objects.exists()


def test_a_large_file_is_explained(planner: Client, settings) -> None:
    settings.LANTU_UPLOAD_LIMIT_BYTES = 10
    answer = send(planner, b"x" * 11)
    assert answer.status_code == 422
    assert "超过上限" in answer.text


def test_a_place_that_is_not_ours_is_refused(planner: Client) -> None:
    models.Place.objects.create(code="110000", name="别处", level="province", recorded_at="2026-01-01T00:00:00Z")
    assert "110000" not in planner.get("/plans").text
    assert send(planner, b"x", place="110000").status_code == 422
    assert send(planner, b"x", place="123456").status_code == 422


@pytest.mark.parametrize("kind", ["outline", "action_plan"])
def test_what_was_said_of_the_plan_is_handed_on(planner: Client, kind: str) -> None:
    with patch("lantu.show.pages.plans.submit_plan", return_value=8) as submit:
        assert send(planner, b"text", kind=kind)["Location"] == "/job/8"
    data, name, facts = submit.call_args.args
    assert (data, name, facts.title, facts.place_code, facts.kind) == (b"text", "plan.txt", "试交规划", CITY, kind)
