"""A job's page and its fragment."""

from django.test import Client

from lantu.store import models
from tests.unit.show.city import AT, City


def make_job(**fields: object) -> models.Job:
    return models.Job.objects.create(
        **{"kind": "read_plan", "subject": "规划", "actor": "li", "created_at": AT, **fields}
    )


def test_a_running_job_asks_again(city: City, reader: Client) -> None:
    job = make_job(state="running", step="tables", progress_pct=40)
    text = reader.get(f"/job/{job.pk}").text
    assert 'hx-trigger="every 1s"' in text
    assert "读取指标表" in text
    assert 'value="40"' in text


def test_the_fragment_is_the_middle_only(city: City, reader: Client) -> None:
    job = make_job(state="running")
    text = reader.get(f"/job/{job.pk}", headers={"HX-Request": "true"}).text
    assert text.lstrip().startswith("<section")
    assert "<html" not in text


def test_a_finished_job_leads_to_its_plan_and_stops_asking(city: City, reader: Client) -> None:
    job = make_job(state="done", progress_pct=100, result={"version": city.version.pk})
    text = reader.get(f"/job/{job.pk}").text
    assert f'href="/plan/{city.plan.pk}"' in text
    assert "hx-get" not in text


def test_a_finished_return_leads_to_its_rows(city: City, reader: Client) -> None:
    job = make_job(kind="read_return", state="done", result={"batch": city.batch.pk})
    assert f'href="/return/{city.batch.pk}"' in reader.get(f"/job/{job.pk}").text


def test_a_failed_job_says_why(city: City, reader: Client) -> None:
    job = make_job(state="failed", message="文件里没有文字。")
    text = reader.get(f"/job/{job.pk}").text
    assert "文件里没有文字。" in text
    assert "改正后再交" in text
    assert reader.get("/job/999999").status_code == 404
