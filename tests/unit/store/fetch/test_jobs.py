"""Jobs."""

from datetime import timedelta

from lantu.store import models
from lantu.store.fetch.jobs import find_job, find_version_plan, list_jobs
from tests.unit.show.city import AT, City


def test_jobs_newest_first(city: City) -> None:
    made = [
        models.Job.objects.create(kind="read_plan", subject=str(i), actor="li", created_at=AT + timedelta(minutes=i))
        for i in range(3)
    ]
    assert list_jobs(2) == [made[2], made[1]]
    assert find_job(made[0].pk) == made[0]
    assert find_job(999999) is None


def test_the_plan_of_a_version(city: City) -> None:
    assert find_version_plan(city.version.pk) == city.plan.pk
    assert find_version_plan(999999) is None
